/** Letters that Unicode does not take apart into a base and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ə: "a",
  ı: "i",
  ø: "o",
  đ: "d",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
};

/** A name as it is searched: lower case, without diacritics, apostrophes and other marks, single spaces. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[əıøđłßæœþð]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/['’ʼ‘`´ʿʾ]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
