import type { Extraction } from "../../ontology/index.js";
import { confidenceWords, count, dateWords, relationPhrase } from "../ui/words.js";

/** What was read from one article, before or after it is stored. */
export function ExtractionPreview({
  file,
  extraction,
  open,
}: {
  file: string;
  extraction: Extraction;
  open: boolean;
}) {
  const { article, statements, signals } = extraction;
  return (
    <details class="section preview" open={open}>
      <summary>
        <bdi>{article.title || article.id}</bdi>{" "}
        <span class="count">{count(statements.length, "statement")}</span>
      </summary>
      <p class="hint">
        <bdi>{file}</bdi> · <bdi>{article.source ?? "source unknown"}</bdi> · {dateWords(article.publishedAt)}{" "}
        · {count(signals.sentences, "sentence")}
        {signals.silentSentences > 0 &&
          `, ${signals.silentSentences} of them name two actors and gave no statement`}
        {signals.unresolvedMentions > 0 && `, ${count(signals.unresolvedMentions, "mention")} unresolved`}
      </p>
      {statements.length === 0 && <p>No relation between actors was found in it.</p>}
      <ul class="findings">
        {statements.map((s) => (
          <li key={s.id} class={`finding plover-edge-${(s.plover ?? "RELATION").toLowerCase()}`}>
            <span>
              <bdi>{s.subject.name}</bdi> <em>{relationPhrase(s.predicate, s.negated, s.modality)}</em>{" "}
              <bdi>{s.object.name}</bdi>
            </span>
            <q>
              <bdi>
                {s.evidence.quote.length > 400 ? `${s.evidence.quote.slice(0, 400)} …` : s.evidence.quote}
              </bdi>
            </q>
            <small>
              {dateWords(s.date)} · {s.confidence.toFixed(2)} {confidenceWords(s.confidence)}
              {s.speaker && (
                <>
                  {" "}
                  · said by <bdi>{s.speaker.name}</bdi>
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
