import { SelectionSchema } from "../../ontology/index.js";
import { OPENING } from "../state/opening.js";
import type { View } from "../state/view.js";

interface Preset {
  question: string;
  /** A selection in the API's words. */
  selection: Record<string, string>;
  pair?: readonly [string, string];
}

/** Questions that the samples answer; each is only a selection, and can be changed from there. */
export const PRESETS: readonly Preset[] = [
  {
    question: "Iran, Azerbaijan and Armenia since 2020",
    selection: OPENING,
  },
  {
    question: "How do Iran and Azerbaijan get on over the years?",
    selection: { focus: "IRN,AZE", hops: "0" },
    pair: ["IRN", "AZE"],
  },
  {
    question: "Who stands where on the Zangezur corridor?",
    selection: { focus: "issue/zangezur-corridor", hops: "1" },
  },
  {
    question: "Who signed what with whom?",
    selection: { predicates: "SIGNED_WITH,SIGNED,COOPERATES_WITH" },
  },
  {
    question: "Who met whom, and who mediated?",
    selection: { predicates: "MET_WITH,VISITED,MEDIATED" },
  },
  {
    question: "Force and threats around Armenia and Azerbaijan",
    selection: {
      focus: "ARM,AZE",
      hops: "1",
      predicates: "THREATENED,MOBILIZED,COERCED,ATTACKED,SANCTIONED",
    },
  },
  {
    question: "What is planned, conditional or only claimed?",
    selection: { modality: "intended,hypothetical,claimed" },
  },
  { question: "What is denied?", selection: { negated: "only" } },
];

export function presetView({ selection, pair }: Preset): Partial<View> {
  return {
    selection: SelectionSchema.parse(selection),
    pair: pair ?? null,
    node: null,
    edge: null,
  };
}
