import { PREDICATES, type Predicate } from "../../ontology/index.js";

/** Who holds which office or belongs where is no event; it would grey the first picture. */
const NO_EVENTS: readonly Predicate[] = ["HOLDS_OFFICE", "MEMBER_OF", "PART_OF"];

/** What the page opens with: the South Caucasus since the war of 2020. */
export const OPENING = {
  focus: "IRN,AZE,ARM",
  hops: "1",
  from: "2020",
  predicates: PREDICATES.filter((predicate) => !NO_EVENTS.includes(predicate)).join(","),
};
