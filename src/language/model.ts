import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../package-root.js";
import type { Kernel, KernelSizes } from "./kernel.js";
import { Lemmatizer } from "./lemmatizer.js";
import { Parser } from "./parser.js";
import { readParserModel } from "./parser-model.js";
import { plainKernel } from "./plain-kernel.js";
import { Tagger } from "./tagger.js";
import { VerbForms } from "./verb-forms.js";
import { wasmKernel } from "./wasm-kernel.js";

/** Tagger, parser and lemmatizer, ready to use. */
export interface LanguageModel {
  tagger: Tagger;
  parser: Parser;
  lemmatizer: Lemmatizer;
  verbs: VerbForms;
}

const FOLDER = join(PACKAGE_ROOT, "data", "model");
const VERBS = join(PACKAGE_ROOT, "data", "language", "verbs.txt");

let loaded: LanguageModel | undefined;

/** The shipped model, loaded once (about a tenth of a second). */
export function languageModel(): LanguageModel {
  loaded ??= loadModel(fastestKernel);
  return loaded;
}

/** Loads the shipped model with the given arithmetic. */
export function loadModel(makeKernel: (sizes: KernelSizes) => Kernel): LanguageModel {
  const tagger = new Tagger(join(FOLDER, "tagger.bin"));
  const parser = new Parser(readParserModel(join(FOLDER, "parser.bin")), tagger.tags, makeKernel);
  const verbs = new VerbForms(VERBS);
  return { tagger, parser, lemmatizer: new Lemmatizer(join(FOLDER, "lemmas.tsv"), verbs), verbs };
}

function fastestKernel(sizes: KernelSizes): Kernel {
  return wasmKernel(readFileSync(join(FOLDER, "kernel.wasm")), sizes) ?? plainKernel(sizes);
}
