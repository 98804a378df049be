import { describe, expect, it } from "vitest";
import {
  layout,
  MEASURES,
  type Measure,
  measureColumns,
  signedPairs,
  signedTriangles,
} from "../../src/graph/index.js";
import type { GraphView } from "../../src/ontology/index.js";
import { largeView } from "../support/large-view.js";
import { edge, node } from "../support/view.js";

const friends = { goldstein: 5, plover: "COOPERATE" } as const;
const foes = { goldstein: -8, plover: "ASSAULT" } as const;

/** Iran and Armenia are friends, so are Azerbaijan and Türkiye; Armenia and Azerbaijan are at war; Georgia stands alone. */
const VIEW: GraphView = {
  nodes: ["IRN", "ARM", "AZE", "TUR", "GEO"].map((id) => node(id, id)),
  edges: [
    edge("IRN", "COOPERATES_WITH", "ARM", { ...friends, sources: 3 }),
    edge("AZE", "COOPERATES_WITH", "TUR", friends),
    edge("AZE", "ATTACKED", "ARM", foes),
    edge("ARM", "ATTACKED", "AZE", foes),
    edge("TUR", "ACCUSED", "ARM", { plover: "ACCUSE" }),
    edge("IRN", "ATTACKED", "AZE", { ...foes, modality: "hypothetical" }),
  ],
  truncated: false,
};

function values(measure: Measure, view = VIEW) {
  return Object.fromEntries(
    measureColumns(view, [measure]).map(({ id, of }) => [
      id,
      Object.fromEntries(view.nodes.map((n) => [n.id, of(n.id)])),
    ]),
  );
}

describe("measures", () => {
  it("count edges and their sources", () => {
    expect(values("degree").degree).toEqual({ IRN: 2, ARM: 4, AZE: 4, TUR: 2, GEO: 0 });
    expect(values("weighted-degree").weightedDegree).toMatchObject({ IRN: 4, ARM: 6 });
  });

  it("find who stands between others", () => {
    const chain: GraphView = {
      nodes: VIEW.nodes,
      edges: [edge("IRN", "MET_WITH", "ARM"), edge("ARM", "MET_WITH", "AZE")],
      truncated: false,
    };
    const { betweenness } = values("betweenness", chain);
    expect(betweenness?.ARM).toBeGreaterThan(0);
    expect(betweenness?.IRN).toBe(0);
  });

  it("rank by who is acted on", () => {
    const { pagerank } = values("pagerank");
    expect(pagerank?.ARM).toBeGreaterThan(pagerank?.GEO ?? 1);
    expect(Object.values(pagerank ?? {}).reduce<number>((sum, rank) => sum + (rank ?? 0), 0)).toBeCloseTo(
      1,
      3,
    );
  });

  it("put friends into one community and enemies into two", () => {
    const { community } = values("community");
    expect(community?.IRN).toBe(community?.ARM);
    expect(community?.AZE).toBe(community?.TUR);
    expect(community?.IRN).not.toBe(community?.AZE);
  });

  it("come out for an empty graph and one without edges", () => {
    const lonely: GraphView = { nodes: VIEW.nodes, edges: [], truncated: false };
    for (const view of [lonely, { ...lonely, nodes: [] }]) {
      for (const { of } of measureColumns(view, MEASURES)) of("IRN");
    }
    expect(values("balance", lonely).balance?.IRN).toBeNull();
  });
});

describe("balance", () => {
  it("takes a pair's sign from facts alone", () => {
    expect([...signedPairs(VIEW)]).toEqual(
      expect.arrayContaining([
        ["ARM\u0000IRN", 1],
        ["ARM\u0000AZE", -1],
        ["AZE\u0000TUR", 1],
        ["ARM\u0000TUR", -1],
      ]),
    );
    // Iran only might attack.
    expect(signedPairs(VIEW).has("AZE\u0000IRN")).toBe(false);
  });

  it("calls a triangle balanced where friends share their enemies", () => {
    expect([...signedTriangles(VIEW)]).toEqual([{ nodes: ["ARM", "AZE", "TUR"], balanced: true }]);
    const quarrel = {
      ...VIEW,
      edges: [...VIEW.edges, edge("IRN", "ACCUSED", "TUR", foes), edge("IRN", "SUPPORTS", "AZE", friends)],
    };
    const unbalanced = [...signedTriangles(quarrel)]
      .filter(({ balanced }) => !balanced)
      .map(({ nodes }) => nodes.toSorted());
    expect(unbalanced).toContainEqual(["ARM", "AZE", "IRN"]);
    expect(unbalanced).toContainEqual(["AZE", "IRN", "TUR"]);
  });

  it("is a share of each node's triangles", () => {
    const columns = values("balance");
    expect(columns.balance).toEqual({ IRN: null, ARM: 1, AZE: 1, TUR: 1, GEO: null });
    expect(columns.signedTriangles).toMatchObject({ ARM: 1, IRN: 0 });
  });
});

describe("the layout", () => {
  const view = largeView(60, 200);

  it("is the same for the same seed", () => {
    expect(layout(view, 3)).toEqual(layout(view, 3));
    expect(layout(view, 3)).not.toEqual(layout(view, 4));
  });

  it("gives every node a place of its own, those without edges too", () => {
    const alone = node("GEO", "Georgia");
    const places = layout({ ...view, nodes: [...view.nodes, alone] });
    expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(61);
    expect([...places.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it("brings those together who have to do with each other", () => {
    const places = layout({
      nodes: ["A", "B", "C", "D", "E", "F"].map((id) => node(id, id)),
      edges: [
        edge("A", "MET_WITH", "B"),
        edge("B", "MET_WITH", "C"),
        edge("A", "MET_WITH", "C"),
        edge("D", "MET_WITH", "E"),
        edge("E", "MET_WITH", "F"),
        edge("D", "MET_WITH", "F"),
        edge("C", "MET_WITH", "D"),
      ],
    });
    const distance = (a: string, b: string) => {
      const [p, q] = [places.get(a), places.get(b)];
      return Math.hypot((p?.x ?? 0) - (q?.x ?? 0), (p?.y ?? 0) - (q?.y ?? 0));
    };
    expect(distance("A", "B")).toBeLessThan(distance("A", "F"));
    expect(distance("E", "F")).toBeLessThan(distance("B", "E"));
  });

  it("draws a few small islands near the rest", () => {
    const places = layout({
      ...view,
      nodes: [...view.nodes, node("X", "X"), node("Y", "Y")],
      edges: [...view.edges, edge("X", "MET_WITH", "Y")],
    });
    const radius = [...places.values()].map(({ x, y }) => Math.hypot(x, y)).sort((a, b) => a - b);
    expect(radius.at(-1)).toBeLessThan(4 * (radius[30] ?? 0));
  });
});
