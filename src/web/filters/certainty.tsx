import { MODALITIES, type Selection } from "../../ontology/index.js";
import { choose, selection } from "../state/view.js";

const MODALITY_LABELS = {
  actual: "Facts",
  intended: "Intended",
  hypothetical: "Hypothetical",
  claimed: "Only claimed",
} as const;

const DENIED: Record<Selection["negated"], string> = {
  include: "with the rest",
  exclude: "left out",
  only: "alone",
};

/** How sure a statement must be: modality, denial, confidence, independent sources. */
export function Certainty() {
  const { modality, negated, minConfidence, minSources } = selection.value;
  return (
    <fieldset class="certainty">
      <legend>Certainty</legend>
      <div class="checks">
        {MODALITIES.map((name) => (
          <label class="check" key={name}>
            <input
              type="checkbox"
              checked={modality.length === 0 || modality.includes(name)}
              onChange={(event) => {
                const now = modality.length === 0 ? [...MODALITIES] : modality;
                const next = event.currentTarget.checked ? [...now, name] : now.filter((m) => m !== name);
                choose({ modality: next.length === MODALITIES.length ? [] : next });
              }}
            />
            {MODALITY_LABELS[name]}
          </label>
        ))}
      </div>
      <label class="field row">
        What is denied
        <select
          value={negated}
          onChange={(event) => choose({ negated: event.currentTarget.value as Selection["negated"] })}
        >
          {Object.entries(DENIED).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label class="field row">
        Confidence from
        <span class="value">{minConfidence.toFixed(2)}</span>
        <input
          type="range"
          min="0"
          max="0.95"
          step="0.05"
          value={minConfidence}
          onChange={(event) =>
            choose({ minConfidence: Number(event.currentTarget.value) }, { replace: true })
          }
        />
      </label>
      <label class="field row">
        Independent sources from
        <input
          type="number"
          min="0"
          max="50"
          value={minSources}
          onChange={(event) => choose({ minSources: Math.max(0, Number(event.currentTarget.value) || 0) })}
        />
      </label>
    </fieldset>
  );
}
