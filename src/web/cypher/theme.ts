import { EditorView } from "@codemirror/view";

const colour = (name: string, more: Record<string, string> = {}) => ({ color: `var(--${name})`, ...more });

/** The page's custom properties reach into the editor's shadow tree, so light and dark need no rules of their own. */
export const editorTheme = EditorView.theme({
  "&": { fontSize: "13px", height: "100%", color: "var(--ink)", backgroundColor: "var(--raised)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-placeholder": colour("ink-muted"),
  ".cm-gutters": {
    backgroundColor: "var(--surface)",
    color: "var(--ink-muted)",
    borderRight: "1px solid var(--line)",
  },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--accent-soft) !important",
  },
  ".cm-matchingBracket": { backgroundColor: "var(--mark) !important" },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    fontFamily: "var(--sans)",
    maxWidth: "60ch",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.75" },
  ".cy-keyword": colour("accent", { fontWeight: "600" }),
  ".cy-label": colour("group-cooperation"),
  ".cy-function, .cy-predicateFunction, .cy-procedure": colour("plover-sanction"),
  ".cy-stringLiteral": colour("plover-reject"),
  ".cy-numberLiteral, .cy-booleanLiteral, .cy-keywordLiteral": colour("plover-mobilize"),
  ".cy-paramDollar, .cy-paramValue": colour("plover-coerce"),
  ".cy-property": colour("ink"),
  ".cy-comment": colour("ink-muted", { fontStyle: "italic" }),
  ".cy-operator, .cy-punctuation, .cy-bracket, .cy-separator": colour("ink-muted"),
});
