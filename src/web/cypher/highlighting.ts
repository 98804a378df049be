import { type Extension, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { CypherLanguage } from "./language.js";
import type { Token } from "./language-worker.js";

const setTokens = StateEffect.define<DecorationSet>();

/** Until the worker answers, the colours that are there move along with the text. */
const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    const fresh = transaction.effects.find((effect) => effect.is(setTokens));
    return fresh ? fresh.value : set.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(tokens: readonly Token[], length: number): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { start, end, type } of [...tokens].sort((a, b) => a.start - b.start)) {
    if (end <= length && start < end) builder.add(start, end, Decoration.mark({ class: `cy-${type}` }));
  }
  return builder.finish();
}

/** Colours the query by Neo4j's own lexer and parser. */
export function highlighting(language: CypherLanguage): Extension {
  const plugin = ViewPlugin.define((view) => {
    const colour = () => {
      const query = view.state.doc.toString();
      language
        .ask({ kind: "colour", query })
        .then((tokens) => {
          if (view.state.doc.toString() !== query) return;
          view.dispatch({ effects: setTokens.of(decorate(tokens, query.length)) });
        })
        .catch(() => view.dispatch({ effects: setTokens.of(Decoration.none) }));
    };
    colour();
    return {
      update(update: ViewUpdate) {
        if (update.docChanged) colour();
      },
    };
  });
  return [colours, plugin];
}
