import { describe, expect, it } from "vitest";
import { edgeKey, parseEdgeKey, statementKeys } from "../../src/graph/index.js";
import type { Statement } from "../../src/ontology/index.js";
import { articleSaying, entity, type Said } from "../support/synthetic.js";

const keysOf = (said: Said) => statementKeys(articleSaying({ id: "a" }, [said]).statements[0] as Statement);
const minister = entity("official/irn/abbas-araghchi-0");

describe("the key of an edge", () => {
  it("names subject, predicate, object, polarity and modality", () => {
    const edge = {
      source: "IRN",
      predicate: "OPPOSES",
      target: "issue/x",
      negated: true,
      modality: "claimed",
    } as const;
    expect(edgeKey(edge)).toBe("IRN|OPPOSES|issue/x|-|claimed");
    expect(parseEdgeKey(edgeKey(edge))).toEqual(edge);
  });

  it("is the same for both directions of a symmetric relation only", () => {
    const met = { predicate: "MET_WITH", negated: false, modality: "actual" } as const;
    expect(edgeKey({ ...met, source: "IRN", target: "ARM" })).toBe(
      edgeKey({ ...met, source: "ARM", target: "IRN" }),
    );
    const attacked = { ...met, predicate: "ATTACKED" } as const;
    expect(edgeKey({ ...attacked, source: "IRN", target: "ARM" })).not.toBe(
      edgeKey({ ...attacked, source: "ARM", target: "IRN" }),
    );
  });

  it.each(["", "a|b", "IRN|OPPOSES|x|?|actual", "IRN|OPPOSES|x|+|actual|more"])("refuses %j", (text) => {
    expect(() => parseEdgeKey(text)).toThrow(/no edge key/);
  });
});

describe("the edges that a statement counts for", () => {
  it("are its own and that of the countries which the actors act for", () => {
    expect(
      keysOf({ subject: minister, predicate: "ACCUSED", object: entity("organization/azerbaijani-army") }),
    ).toEqual({
      edge: "official/irn/abbas-araghchi-0|ACCUSED|organization/azerbaijani-army|+|actual",
      rollup: "IRN|ACCUSED|AZE|+|actual",
    });
  });

  it.each<[string, Said]>([
    ["between countries themselves", { subject: entity("IRN"), predicate: "ACCUSED", object: entity("AZE") }],
    [
      "where the object does not act",
      { subject: minister, predicate: "ATTACKED", object: entity("region/syunik") },
    ],
    [
      "where an organization belongs to no country",
      { subject: minister, predicate: "ACCUSED", object: entity("organization/european-union") },
    ],
    [
      "within one country",
      { subject: minister, predicate: "ACCUSED", object: entity("organization/iranian-foreign-ministry") },
    ],
    [
      "for what somebody is rather than does",
      { subject: minister, predicate: "HOLDS_OFFICE", object: entity("ARM") },
    ],
  ])("are not raised to countries %s", (_, said) => {
    expect(keysOf(said).rollup).toBeNull();
  });
});
