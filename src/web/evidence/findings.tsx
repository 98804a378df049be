import { useEffect, useRef } from "preact/hooks";
import type { Statement } from "../../ontology/index.js";
import { caution, confidenceWords, count, dateWords, relationPhrase } from "../ui/words.js";

interface Props {
  statements: readonly Statement[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** What was read from an article, in the order of the text. */
export function Findings({ statements, chosen, onChoose }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <section class="section">
      <h3>
        What it says <span class="count">{count(statements.length, "statement")}</span>
      </h3>
      {statements.length === 0 && <p class="hint">No relation between actors was found in it.</p>}
      <ol class="findings" ref={list}>
        {statements.map((s) => (
          <li key={s.id}>
            <button
              type="button"
              class={`finding plover-edge-${(s.plover ?? "RELATION").toLowerCase()}`}
              aria-pressed={s.id === chosen}
              onClick={() => onChoose(s.id)}
            >
              <span>
                <bdi>{s.subject.name}</bdi> <em>{relationPhrase(s.predicate, s.negated, s.modality)}</em>{" "}
                <bdi>{s.object.name}</bdi>
              </span>
              <small>
                {dateWords(s.date)} · {s.confidence.toFixed(2)} {confidenceWords(s.confidence)}
                {s.speaker && (
                  <>
                    {" "}
                    · said by <bdi>{s.speaker.name}</bdi>
                  </>
                )}
              </small>
              {s.id === chosen && caution(s.negated, s.modality) && (
                <small class="caution">{caution(s.negated, s.modality)}</small>
              )}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
