import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { highlighting } from "./highlighting.js";
import type { CypherLanguage } from "./language.js";
import type { Suggestion } from "./language-worker.js";
import { editorTheme } from "./theme.js";

interface EditorEvents {
  changed(query: string): void;
  run(): void;
  /** The parameters that are known now. */
  parameters(): Record<string, unknown>;
}

/** CodeMirror's icon for each kind of the language server protocol. */
const KINDS: Record<number, Completion["type"]> = {
  3: "function",
  2: "function",
  5: "property",
  10: "property",
  6: "variable",
  14: "keyword",
  20: "class",
  22: "class",
  23: "type",
  25: "type",
};

const toCompletion = ({ label, insert, kind, detail }: Suggestion): Completion => ({
  label,
  apply: insert,
  ...(KINDS[kind] ? { type: KINDS[kind] } : {}),
  ...(detail === "" ? {} : { detail }),
});

function completion(language: CypherLanguage, events: EditorEvents) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = context.matchBefore(/\$?[\w]*/);
    const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
    if (!context.explicit && !/[\w:.$]/.test(before)) return null;
    const suggestions = await language.ask({
      kind: "complete",
      query: context.state.doc.toString(),
      offset: context.pos,
      parameters: events.parameters(),
    });
    return { from: word?.from ?? context.pos, options: suggestions.map(toCompletion), validFor: /^\$?\w*$/ };
  };
}

function checking(language: CypherLanguage, events: EditorEvents): Extension {
  return linter(
    async (view) => {
      const query = view.state.doc.toString();
      if (query.trim() === "") return [];
      const marks = await language.ask({ kind: "check", query, parameters: events.parameters() });
      const { length } = view.state.doc;
      return marks
        .filter(({ start }) => start <= length)
        .map(({ start, end, severity, message }) => {
          const line = view.state.doc.lineAt(start);
          const place = `line ${line.number}, column ${start - line.from + 1}`;
          return { from: start, to: Math.min(end, length), severity, message: `${message} (${place})` };
        });
    },
    { delay: 350 },
  );
}

/**
 * A Cypher editor in a shadow tree: there CodeMirror puts its rules into adopted style sheets, which the
 * content security policy allows, where in the page it would write a `<style>` element.
 */
export function createEditor(
  host: HTMLElement,
  query: string,
  language: CypherLanguage,
  events: EditorEvents,
): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const run = {
    key: "Mod-Enter",
    run: () => {
      events.run();
      return true;
    },
  };
  return new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: query,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        lintGutter(),
        highlighting(language),
        checking(language, events),
        autocompletion({ override: [completion(language, events)] }),
        keymap.of([run, ...completionKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
        placeholder("MATCH (a:Country)-[r:OPPOSES]->(b) RETURN a.name, b.name, r.statements"),
        EditorView.contentAttributes.of({ "aria-label": "Cypher query" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) events.changed(update.state.doc.toString());
        }),
        editorTheme,
      ],
    }),
  });
}
