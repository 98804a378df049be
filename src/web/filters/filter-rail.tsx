import { useState } from "preact/hooks";
import { SelectionSchema } from "../../ontology/index.js";
import { choose, go, selection, selectionQuery } from "../state/view.js";
import { Certainty } from "./certainty.js";
import { Focus } from "./focus.js";
import { PRESETS, presetView } from "./presets.js";
import { Relations } from "./relations.js";
import { Sources } from "./sources.js";
import { TimeWindow } from "./time-window.js";

/** What goes into the graph. On narrow screens it opens over the picture. */
export function FilterRail() {
  const [open, setOpen] = useState(false);
  const chosen = Object.keys(selectionQuery(selection.value)).length;
  return (
    <aside class={`rail ${open ? "open" : ""}`} aria-label="Filters">
      <button type="button" class="rail-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? "Close filters" : `Filters${chosen > 0 ? ` (${chosen})` : ""}`}
      </button>
      <div class="rail-body">
        <label class="field preset">
          Question
          <select
            value=""
            onChange={(event) => {
              const preset = PRESETS[Number(event.currentTarget.value)];
              event.currentTarget.value = "";
              if (preset) go(presetView(preset));
            }}
          >
            <option value="">Choose one …</option>
            {PRESETS.map(({ question }, i) => (
              <option key={question} value={String(i)}>
                {question}
              </option>
            ))}
          </select>
        </label>
        <Focus />
        <TimeWindow />
        <Relations />
        <Certainty />
        <Sources />
        <label class="check">
          <input
            type="checkbox"
            checked={selection.value.rollup}
            onChange={(event) => choose({ rollup: event.currentTarget.checked })}
          />
          Count officials, ministries and armies for their country
        </label>
        <button
          type="button"
          class="quiet"
          onClick={() => go({ selection: SelectionSchema.parse({}), pair: null })}
        >
          Clear all filters
        </button>
      </div>
    </aside>
  );
}
