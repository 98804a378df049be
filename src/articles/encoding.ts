/** Bytes 0x80–0x9F of Windows-1252 (WHATWG Encoding Standard); the rest of the code page equals Latin-1. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * The encoding of a text: by byte order mark, else by where its zero bytes stand (UTF-16), else UTF-8
 * where the bytes are valid as such, else Windows-1252.
 * @returns null where the bytes are no text (images, archives, documents of word processors).
 */
export function detectEncoding(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const zeros = zeroBytes(bytes);
  if (zeros.even + zeros.odd > 0) return utf16Without(zeros);
  if (isUtf8(bytes)) return looksBinary(bytes) ? null : "utf-8";
  return looksBinary(bytes) ? null : "windows-1252";
}

/** Text of `bytes` without byte order mark. Curly quotes, dashes and non-breaking spaces stay as they are. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === "windows-1252") return decodeWindows1252(bytes);
  return new TextDecoder(encoding).decode(bytes);
}

/** Decodes a text that comes in pieces, each as it comes; null ends it. */
export function streamDecoder(encoding: Encoding): (chunk: Uint8Array | null) => string {
  if (encoding === "windows-1252") return (chunk) => (chunk === null ? "" : decodeWindows1252(chunk));
  const decoder = new TextDecoder(encoding);
  return (chunk) => (chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }));
}

interface Zeros {
  even: number;
  odd: number;
  pairs: number;
}

function zeroBytes(bytes: Uint8Array): Zeros {
  const length = Math.min(bytes.length, 65_536);
  const zeros = { even: 0, odd: 0, pairs: length / 2 };
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) zeros.even++;
    else zeros.odd++;
  }
  return zeros;
}

/** In English UTF-16 nearly every second byte is zero, on one side only. */
function utf16Without({ even, odd, pairs }: Zeros): Encoding | null {
  if (odd > pairs * 0.7 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.7 && odd < pairs * 0.05) return "utf-16be";
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Control characters other than white space and escape hardly occur in text. */
function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++;
  }
  return controls > length * 0.01;
}

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80));
}
