import type { StatementRecord } from "../../ontology/index.js";
import {
  basisWords,
  caution,
  confidenceWords,
  dateWords,
  PLOVER_NAMES,
  relationPhrase,
  signed,
} from "../ui/words.js";
import { ArticleLink } from "./article-link.js";
import { EntityLink } from "./entity-link.js";

/** Longest part of a sentence shown on either side of its quote, in characters. */
const AROUND = 280;

/** One statement with everything that makes it checkable. */
export function StatementCard({ statement }: { statement: StatementRecord }) {
  const { subject, predicate, object, negated, modality, speaker, confidence, plover, cameo, goldstein } =
    statement;
  const warning = caution(negated, modality);
  return (
    <article class={`statement plover-edge-${(plover ?? "RELATION").toLowerCase()}`}>
      <p class="claim">
        <EntityLink id={subject.id} name={subject.name} /> {relationPhrase(predicate, negated, modality)}{" "}
        <EntityLink id={object.id} name={object.name} />
        {statement.role && (
          <>
            {" "}
            as <bdi>{statement.role}</bdi>
          </>
        )}
      </p>
      {warning && <p class="caution">{warning}</p>}
      <Quote statement={statement} />
      <p class="meta">
        <span>
          {dateWords(statement.date)} <small>{basisWords(statement.dateBasis)}</small>
        </span>
        {speaker && (
          <span>
            said by <EntityLink id={speaker.id} name={speaker.name} />
          </span>
        )}
        <span title={`About ${Math.round(confidence * 100)} of 100 such statements are right`}>
          {confidence.toFixed(2)} <small>{confidenceWords(confidence)}</small>
        </span>
        {plover && (
          <span title="PLOVER class, CAMEO code and Goldstein weight">
            {PLOVER_NAMES[plover]}
            {cameo && ` ${cameo}`}
            {goldstein !== null && ` (${signed(goldstein)})`}
          </span>
        )}
        {statement.evidence.sentence === -1 && <span>in the headline</span>}
      </p>
      <ArticleLink article={statement.article} statement={statement.id} />
    </article>
  );
}

/** The sentence with the quote marked; very long sentences are cut at both sides. */
function Quote({ statement: { evidence, sentenceText, sentenceStart } }: { statement: StatementRecord }) {
  const start = evidence.start - sentenceStart;
  const before = sentenceText.slice(0, Math.max(0, start));
  const after = sentenceText.slice(Math.max(0, start) + evidence.quote.length);
  return (
    <blockquote dir="auto">
      <bdi>
        {before.length > AROUND ? `… ${before.slice(-AROUND)}` : before}
        <mark>{evidence.quote}</mark>
        {after.length > AROUND ? `${after.slice(0, AROUND)} …` : after}
      </bdi>
    </blockquote>
  );
}
