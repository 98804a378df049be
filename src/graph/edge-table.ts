import {
  type GraphEdge,
  type GraphView,
  type Modality,
  type Plover,
  type Predicate,
  SYMMETRIC_PREDICATES,
} from "../ontology/index.js";
import { EdgeColumns } from "./edge-columns.js";
import { isQualified, keyOf } from "./keys.js";

/** Edges one after the other, as often as wanted: an array, or an {@link EdgeTable}. */
export interface EdgeList extends Iterable<GraphEdge> {
  readonly length: number;
}

/** A {@link GraphView} of any size, whose edges need not be objects in memory. */
export type LargeView = Omit<GraphView, "edges"> & { edges: EdgeList };

/**
 * Edges of a large graph in columns: some 250 bytes each instead of 2,000, and nothing for the garbage
 * collector to look at. Each time it is gone through, it makes the edges anew, one at a time; what an
 * edge says is read when it is asked for, so a pass that asks for little costs little.
 */
export class EdgeTable implements EdgeList {
  readonly #columns = new EdgeColumns();
  /** Rows in the order in which they are given out; null for that of their adding. */
  #order: Uint32Array | null = null;

  get length(): number {
    return this.#order?.length ?? this.#columns.rows;
  }

  add(edge: GraphEdge): void {
    this.#columns.add(edge);
    this.#order = null;
  }

  /** Puts the edges in order, most statements first, and gives out no more than so many from then on. */
  rank(most: number): void {
    const rows = Uint32Array.from({ length: this.#columns.rows }, (_, row) => row);
    const keys = Array.from(rows, (row) => this.#edge(row).key);
    const statements = Uint32Array.from(rows, (row) => this.#columns.number(row, "statements"));
    rows.sort(
      (a, b) => (statements[b] ?? 0) - (statements[a] ?? 0) || ((keys[a] ?? "") < (keys[b] ?? "") ? -1 : 1),
    );
    this.#order = rows.slice(0, most);
  }

  *[Symbol.iterator](): Iterator<GraphEdge> {
    const order = this.#order;
    for (let place = 0; place < this.length; place++) yield this.#edge(order?.[place] ?? place);
  }

  #edge(row: number): GraphEdge {
    return new TableEdge(this.#columns, row);
  }
}

class TableEdge implements GraphEdge {
  readonly #columns: EdgeColumns;
  readonly #row: number;

  constructor(columns: EdgeColumns, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  get key(): string {
    return keyOf(this);
  }
  get source(): string {
    return this.#columns.word(this.#row, "source") ?? "";
  }
  get target(): string {
    return this.#columns.word(this.#row, "target") ?? "";
  }
  get predicate(): Predicate {
    return this.#columns.word(this.#row, "predicate") as Predicate;
  }
  get negated(): boolean {
    return this.#columns.number(this.#row, "negated") === 1;
  }
  get modality(): Modality {
    return this.#columns.word(this.#row, "modality") as Modality;
  }
  get qualified(): boolean {
    return isQualified(this);
  }
  get directed(): boolean {
    return !SYMMETRIC_PREDICATES.has(this.predicate);
  }
  get first(): string | null {
    return this.#columns.word(this.#row, "first");
  }
  get last(): string | null {
    return this.#columns.word(this.#row, "last");
  }
  get dates(): string[] {
    return this.#columns.dates(this.#row);
  }
  get statements(): number {
    return this.#columns.number(this.#row, "statements");
  }
  get direct(): number {
    return this.#columns.number(this.#row, "direct");
  }
  get articles(): number {
    return this.#columns.number(this.#row, "articles");
  }
  get sources(): number {
    return this.#columns.number(this.#row, "sources");
  }
  get sourceNames(): string[] {
    return this.#columns.sourceNames(this.#row);
  }
  get confidence(): number {
    return this.#columns.confidence(this.#row);
  }
  get goldstein(): number | null {
    return this.#columns.goldstein(this.#row);
  }
  get plover(): Plover | null {
    return this.#columns.word(this.#row, "plover") as Plover | null;
  }
  get quotes(): string[] {
    return this.#columns.quotes(this.#row);
  }
}
