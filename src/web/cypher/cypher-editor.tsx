import type { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "preact/hooks";
import { createEditor } from "./editor.js";
import { CypherLanguage } from "./language.js";
import type { Parameters } from "./parameters.js";

interface Props {
  /** The text to start with, and to show anew whenever `revision` changes. */
  value: string;
  revision: number;
  parameters: Parameters;
  onChange: (query: string) => void;
  onRun: () => void;
}

/**
 * CodeMirror as a component. While a person types, the text is the editor's and the parent only hears
 * of it: a parent's value that comes back late would undo what was typed meanwhile.
 */
export function CypherEditor(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (!host.current) return;
    const language = new CypherLanguage();
    const view = createEditor(host.current, latest.current.value, language, {
      changed: (query) => latest.current.onChange(query),
      run: () => latest.current.onRun(),
      parameters: () => latest.current.parameters,
    });
    editor.current = view;
    return () => {
      view.destroy();
      language.close();
    };
  }, []);
  useEffect(() => {
    const view = editor.current;
    if (!view || view.state.doc.toString() === props.value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: props.value } });
  }, [props.revision]);
  return <div class="cypher-editor" ref={host} />;
}
