/**
 * What the tagger and the parser see of a word: its normal form, its ending and its shape, and the
 * integer hashes from which features are made. Training and inference share this file, so a change here
 * needs a new model.
 */

const YEAR = /^(?:1[6-9]|20)\d\d$/;
const FIGURES = /^[+-]?\d[\d.,:/-]*$/;
const DIGIT = /\d/;
const DIGITS = /\d/g;
const DOUBLE_QUOTES = new Set(["“", "”", "„", "«", "»", "``", "''"]);
const SINGLE_QUOTES = new Set(["‘", "’", "‚", "`", "´"]);
const DASHES = new Set(["–", "—", "‒", "―", "−"]);

/** Lower case, one sort of quote and dash, years and figures as classes: the word as models look it up. */
export function normalForm(form: string): string {
  if (DIGIT.test(form)) {
    if (YEAR.test(form)) return "<year>";
    if (FIGURES.test(form)) return "<number>";
    return form.toLowerCase().replace(DIGITS, "0");
  }
  if (form.length <= 2) {
    if (DOUBLE_QUOTES.has(form)) return '"';
    if (SINGLE_QUOTES.has(form)) return "'";
    if (DASHES.has(form)) return "-";
  }
  const lower = form.toLowerCase();
  return lower.includes("’") ? lower.replaceAll("’", "'") : lower;
}

function characterClass(character: string): string {
  if (character >= "0" && character <= "9") return "d";
  if (character.toLowerCase() !== character) return "X";
  if (character.toUpperCase() !== character) return "x";
  return character > "\u007f" ? "o" : character;
}

/** The pattern of cases, digits and marks, at most six characters with runs cut at two: `Xxx`, `X.X.`, `dd`. */
export function shapeOf(form: string): string {
  let shape = "";
  let last = "";
  let run = 0;
  for (let i = 0; i < form.length && shape.length < 6; i++) {
    const kind = characterClass(form[i]!);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
  }
  return shape;
}

/** A 32-bit hash of a text (FNV-1a with a final avalanche). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) | 0;
}

/** A 32-bit hash of a feature: its kind and two values. */
export function hashFeature(kind: number, first: number, second: number): number {
  let hash = Math.imul(first ^ Math.imul(kind, 0x85ebca6b), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1);
  return (hash ^ (hash >>> 16)) | 0;
}
