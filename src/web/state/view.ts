import { computed, signal } from "@preact/signals";
import { z } from "zod";
import { type Selection, SelectionSchema } from "../../ontology/index.js";
import { queryString } from "../api/client.js";
import { OPENING } from "./opening.js";

export const TABS = ["graph", "table", "cypher", "articles"] as const;
export type Tab = (typeof TABS)[number];

/** Everything that makes one look at the data; the address bar holds exactly this. */
export interface View {
  tab: Tab;
  selection: Selection;
  /** The node or edge whose evidence is open. */
  node: string | null;
  edge: string | null;
  /** The article that is open, and the statement to scroll to. */
  article: string | null;
  statement: string | null;
  /** Two countries whose relations over time are charted. */
  pair: readonly [string, string] | null;
  /** A library query, on the Cypher tab. */
  query: string | null;
  /** A query of the user's own, and the parameters of either. */
  cypher: string | null;
  parameters: Record<string, z.core.util.JSONType> | null;
}

const ParametersSchema = z.record(z.string(), z.json());

function parseParameters(text: string | undefined): View["parameters"] {
  if (text === undefined) return null;
  try {
    return ParametersSchema.parse(JSON.parse(text));
  } catch {
    return null; // A mangled link: the form is then empty, and the query says what it lacks.
  }
}

const DEFAULTS = SelectionSchema.parse({});

function parseSelection(raw: Record<string, string>): { selection: Selection; misread: string[] } {
  const parsed = SelectionSchema.safeParse(raw);
  if (parsed.success) return { selection: parsed.data, misread: [] };
  const misread = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "")))];
  const rest = Object.fromEntries(Object.entries(raw).filter(([name]) => !misread.includes(name)));
  return { selection: SelectionSchema.parse(rest), misread };
}

/** Reads an address. What it does not understand is left out and named in `misread`. */
function parseView(search: string): { view: View; misread: string[] } {
  const params = Object.fromEntries(new URLSearchParams(search));
  const names = Object.keys(SelectionSchema.shape);
  const given = Object.fromEntries(Object.entries(params).filter(([name]) => names.includes(name)));
  const opening = params.all === undefined && Object.keys(given).length === 0;
  const { selection, misread } = parseSelection(opening ? OPENING : given);
  const [a, b] = (params.pair ?? "").split(",");
  const view: View = {
    tab: TABS.find((tab) => tab === params.tab) ?? "graph",
    selection,
    node: params.node ?? null,
    edge: params.edge ?? null,
    article: params.article ?? null,
    statement: params.statement ?? null,
    pair: a && b ? [a, b] : null,
    query: params.query ?? null,
    cypher: params.cypher ?? null,
    parameters: parseParameters(params.parameters),
  };
  return { view, misread };
}

/** The part of a selection that differs from "everything", in the API's own words. */
export function selectionQuery(selection: Selection): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(selection).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[name as keyof Selection]),
    ),
  );
}

/** The address of a view, from the question mark on. */
function viewAddress(view: View): string {
  const { tab, selection, pair, parameters, ...rest } = view;
  const chosen = selectionQuery(selection);
  const query = queryString({
    ...(tab === "graph" ? {} : { tab }),
    ...(Object.keys(chosen).length === 0 ? { all: "1" } : chosen),
    ...rest,
    pair: pair?.join(","),
    parameters: parameters === null ? null : JSON.stringify(parameters),
  });
  // Commas, slashes and bars are legal in a query and easier to read as they are.
  return query.replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%7C", "|");
}

const opened = parseView(location.search);

export const view = signal<View>(opened.view);

/** Names of what the address held that could not be read; shown until the view changes. */
export const misread = signal<readonly string[]>(opened.misread);

export const selection = computed(() => view.value.selection);

/** Goes to another view. `replace` for small steps that the Back button need not visit. */
export function go(change: Partial<View>, { replace = false } = {}): void {
  const next = { ...view.value, ...change };
  misread.value = [];
  const url = viewAddress(next);
  if (url === location.search) {
    view.value = next;
    return;
  }
  history[replace ? "replaceState" : "pushState"](null, "", `${location.pathname}${url}`);
  view.value = next;
}

/** Changes what is in the graph; what was open stays open. */
export function choose(change: Partial<Selection>, options?: { replace?: boolean }): void {
  go({ selection: { ...view.value.selection, ...change } }, options);
}

addEventListener("popstate", () => {
  view.value = parseView(location.search).view;
});
