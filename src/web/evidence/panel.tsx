import { go, view } from "../state/view.js";
import { EdgePanel } from "./edge-panel.js";
import { NodePanel } from "./node-panel.js";
import { PairPanel } from "./pair-panel.js";

/** The evidence for what is selected. It is the same element for nodes, edges and pairs. */
export function Panel() {
  const { node, edge, pair } = view.value;
  if (node === null && edge === null && pair === null) return null;
  return (
    <aside class="panel" aria-label="Evidence">
      <button
        type="button"
        class="icon close"
        aria-label="Close the evidence"
        onClick={() => go({ node: null, edge: null, pair: null })}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
        </svg>
      </button>
      {pair !== null ? (
        <PairPanel key={pair.join()} pair={pair} />
      ) : edge !== null ? (
        <EdgePanel key={edge} edgeKey={edge} />
      ) : (
        node !== null && <NodePanel key={node} id={node} />
      )}
    </aside>
  );
}
