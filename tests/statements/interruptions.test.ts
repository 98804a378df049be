import { describe, expect, it } from "vitest";
import { statementsOf } from "../support/said.js";

/** Everything read in a text, as "A PREDICATE B modality". */
function read(text: string): string[] {
  return statementsOf(text, "2024-05-10").map(
    (s) => `${s.subject.name} ${s.negated ? "NOT " : ""}${s.predicate} ${s.object.name} ${s.modality}`,
  );
}

describe("clauses whose parts stand apart", () => {
  it.each([
    ["Togo — long seen as a friend — expelled Benin's envoy.", ["Togo SANCTIONED Benin actual"]],
    [
      "Gabon on Monday, in a surprising turn, imposed sanctions on Angola.",
      ["Gabon SANCTIONED Angola actual"],
    ],
    [
      "Two governments — Togo and Gabon — expelled Benin's envoy.",
      ["Togo SANCTIONED Benin actual", "Gabon SANCTIONED Benin actual"],
    ],
  ])("finds the subject before an interruption: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ["Prices fell in Angola, which accused Gabon of espionage.", "Angola ACCUSED Gabon actual"],
    ["Tourists avoid Benin, for which Togo voiced support in March.", "Togo SUPPORTS Benin actual"],
    ["Tourists avoid Benin, whose ambassador Togo expelled in March.", "Togo SANCTIONED Benin actual"],
  ])("hangs a relative clause on the name before it: %s", (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it.each([
    "Togo expelled Benin's envoy and Gabon did the same.",
    "Togo expelled Benin's envoy and Gabon followed suit.",
    "Not only Togo but also Gabon expelled Benin's envoy.",
  ])("gives both subjects what is said once: %s", (text) => {
    expect(read(text).sort()).toEqual(["Gabon SANCTIONED Benin actual", "Togo SANCTIONED Benin actual"]);
  });

  it("keeps the second of two verbs on the first one's subject", () => {
    expect(read("Togo kept its ports open but imposed tariffs on Benin.")).toEqual([
      "Togo SANCTIONED Benin actual",
    ]);
  });

  it.each([
    ["Togo took the rare step of expelling Benin's envoy.", "Togo SANCTIONED Benin actual"],
    ["Togo used the summit to accuse Benin of piracy.", "Togo ACCUSED Benin actual"],
    ["Togo was the first African state to recognise Kosovo.", "Togo SUPPORTS Kosovo actual"],
    ["Prices rose, with Togo instead expelling Benin's envoy.", "Togo SANCTIONED Benin actual"],
  ])("finds who does what a noun or a loose participle says: %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ["Instead of expelling Benin's envoy, Togo called a vote.", "Togo NOT SANCTIONED Benin actual"],
    ["Togo had no intention of backing Benin in the dispute.", "Togo NOT SUPPORTS Benin intended"],
    ["Togo denied a claim that it had shelled Benin.", "Togo NOT ATTACKED Benin claimed"],
    ["Togo, not Gabon, shelled Benin.", "Togo ATTACKED Benin actual"],
    ["Latvia, rather than Vietnam, shelled Kenya.", "Latvia ATTACKED Kenya actual"],
  ])("reads what is set against something else: %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe("complements and series that the parser hangs elsewhere", () => {
  it.each([
    ["Togo was accused by Gabon of expelling Benin's envoy.", "Togo SANCTIONED Benin claimed"],
    ["Togo agreed not to expel Benin's envoy.", "Togo NOT SANCTIONED Benin intended"],
    ["Togo closed its ports, accused Benin of spying and called a vote.", "Togo ACCUSED Benin actual"],
    ["Years after imposing sanctions on Benin, Togo is in recession.", "Togo SANCTIONED Benin actual"],
    ["Chile, Bolivia's foreign minister said, had shelled Peru.", "Chile ATTACKED Peru claimed"],
    ["Poland massed troops on the border with Nepal on Tuesday.", "Poland MOBILIZED Nepal actual"],
  ])("%s", (text, expected) => {
    expect(read(text)).toContain(expected);
  });
});
