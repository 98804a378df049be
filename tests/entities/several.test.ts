import { describe, expect, it } from "vitest";
import { mentionsOf } from "./reading.js";

/** What the first occurrence of a phrase stands for, in alphabetical order. */
function meant(text: string, phrase: string): string[] {
  const mention = mentionsOf(text).find((m) => m.words.toLowerCase() === phrase);
  return [...(mention?.ids ?? [])].sort();
}

const DISPUTE =
  "Ghana and Togo quarrelled over a dam on Monday. Togo said Ghana had closed its border. Ghana denied it. ";

describe("several meant together where more states are told of", () => {
  it("are not who does something to them", () => {
    expect(meant(`${DISPUTE}Nigeria and Benin urged both sides to talk.`, "both sides")).toEqual([
      "GHA",
      "TGO",
    ]);
    expect(meant(`${DISPUTE}Liberia invited both governments to Monrovia.`, "governments")).toEqual([
      "GHA",
      "TGO",
    ]);
  });

  it("border each other where they are neighbours", () => {
    const text = `${DISPUTE}Peru and Kuwait praised the dam. It was unclear when the neighbours would talk.`;
    expect(meant(text, "the neighbours")).toEqual(["GHA", "TGO"]);
  });

  it("are those that the sentence itself has just put together", () => {
    const text = `${DISPUTE}The minister of Togo recalled the truce between Mali and Niger, to which the two countries agreed last year.`;
    expect(meant(text, "the two countries")).toEqual(["MLI", "NER"]);
  });

  it("may be a union of states or rebels where they are sides", () => {
    const text =
      "The European Union held talks with Moldova. The European Union promised help. The European Union wants reforms. Moldova agreed. Moldova fears Russia. The two sides discussed visas.";
    expect(meant(text, "the two sides")).toEqual(["MDA", "organization/european-union"]);
  });
});

describe("holders of one office in several states", () => {
  it("are all that were put together where no number is given", () => {
    const list = "The foreign ministers of Peru, Chile and Bolivia met in Lima. ";
    expect(meant(`${list}The ministers called for calm.`, "the ministers")).toEqual(["BOL", "CHL", "PER"]);
  });

  it("are those named beside them", () => {
    const text = "The deal was signed by the two ministers, Chad's Hassan Brahim and Libya's Omar Tarhuni.";
    expect(meant(text, "ministers")).toHaveLength(2);
  });
});
