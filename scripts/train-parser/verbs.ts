import { readFileSync } from "node:fs";

/** A verb's inflected forms: Penn tag, form, lemma. */
export interface VerbForm {
  xpos: "VBD" | "VBG" | "VBN" | "VBZ";
  form: string;
  lemma: string;
}

/** The third person of the present, e.g. `denies`. */
export function thirdPerson(lemma: string): string {
  if (/(?:[sxz]|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function regularPast(lemma: string): string {
  if (lemma.endsWith("e")) return `${lemma}d`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`;
}

function regularGerund(lemma: string): string {
  if (lemma.endsWith("ie")) return `${lemma.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
}

/** Spellings of a form: `travelled` and, as Americans write, `traveled`. */
function spellings(form: string, lemma: string): string[] {
  return /[^l]l$/.test(lemma) && form.startsWith(`${lemma}l`)
    ? [form, lemma + form.slice(lemma.length + 1)]
    : [form];
}

/**
 * Reads a list of verbs, one a line: the lemma, and for those that are not regular also past, participle and gerund,
 * parted by tabs.
 */
export function readVerbs(file: string): VerbForm[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.flatMap((line) => {
    const [lemma, past, participle, gerund] = line.split("\t") as [string, ...(string | undefined)[]];
    const forms = {
      VBD: past ?? regularPast(lemma),
      VBN: participle ?? regularPast(lemma),
      VBG: gerund ?? regularGerund(lemma),
      VBZ: thirdPerson(lemma),
    };
    return Object.entries(forms).flatMap(([xpos, form]) =>
      spellings(form, lemma).map((spelling) => ({ xpos: xpos as VerbForm["xpos"], form: spelling, lemma })),
    );
  });
}
