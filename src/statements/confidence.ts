import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Modality } from "../ontology/index.js";
import { PACKAGE_ROOT } from "../package-root.js";
import { LexiconError } from "./lexicon.js";
import type { Match } from "./match.js";
import type { Scope } from "./scope/scope.js";
import type { SentenceTree } from "./tree.js";

/** Weights of a logistic model over yes-or-no features, from data/confidence.tsv. */
export type ConfidenceModel = ReadonlyMap<string, number>;

export function loadConfidence(): ConfidenceModel {
  const weights = new Map<string, number>();
  const lines = readFileSync(join(PACKAGE_ROOT, "data", "confidence.tsv"), "utf8").split(/\r?\n/);
  lines.forEach((line, i) => {
    if (line === "" || line.startsWith("#") || line.startsWith("feature\t")) return;
    const [feature = "", text = ""] = line.split("\t");
    const weight = Number(text);
    if (feature === "" || text === "" || !Number.isFinite(weight)) {
      throw new LexiconError(`data/confidence.tsv line ${i + 1} is wrong: expected a feature and a number`);
    }
    weights.set(feature, weight);
  });
  return weights;
}

/** How a statement was found, as the features that its confidence is reckoned from. */
export function featuresOf(tree: SentenceTree, match: Match, scope: Scope, modality: Modality): string[] {
  const { frame, subject, object, trigger } = match;
  const features = [
    "bias",
    `kind ${frame.kind}`,
    `predicate ${frame.predicate}`,
    `subject via ${match.subjectVia}`,
    `object via ${match.objectVia}`,
    `subject by ${subject.reach}`,
    `object by ${object.reach}`,
    `subject at ${distance(subject.token - trigger)}`,
    `object at ${distance(object.token - trigger)}`,
    `subject type ${subject.entity.type}`,
    `object type ${object.entity.type}`,
    `modality ${modality}`,
  ];
  const when = (condition: boolean, feature: string): void => {
    if (condition) features.push(feature);
  };
  when(match.subjectRank > 0, "subject not in first slot");
  when(match.objectRank > 0, "object not in first slot");
  when(match.mutual, "mutual");
  when(scope.weak, "not asserted");
  when(scope.negated, "negated");
  when(scope.reports.length > 0, "reported");
  when(scope.path.length > 1 && scope.reports.length === 0, "embedded");
  when(tree.sentence.index < 0, "title");
  when(tree.tokens.length > 40, "long sentence");
  when(frame.where.length > 0, "conditioned frame");
  when(
    subject.entity.country !== null &&
      subject.entity.country === object.entity.country &&
      object.reach !== "phrase",
    "same country",
  );
  return features;
}

function distance(tokens: number): string {
  const size = Math.abs(tokens);
  return size === 0 ? "trigger" : size <= 5 ? "1-5" : size <= 12 ? "6-12" : "13+";
}

/** The share of statements found in this way that are right: 0 to 1, two decimals. */
export function confidenceOf(model: ConfidenceModel, features: readonly string[]): number {
  const score = features.reduce((sum, f) => sum + (model.get(f) ?? 0), 0);
  return Math.round(100 / (1 + Math.exp(-score))) / 100;
}
