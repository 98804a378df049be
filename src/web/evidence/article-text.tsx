import { useEffect, useRef } from "preact/hooks";
import type { ArticleDetail, Mention } from "../../ontology/index.js";
import { relationPhrase } from "../ui/words.js";
import { type Segment, segments } from "./segments.js";

interface Props {
  detail: ArticleDetail;
  chosen: string | null;
  onStatement: (id: string) => void;
  onMention: (mention: Mention) => void;
}

/** Paragraphs with where each starts in the body. */
function paragraphs(text: string): { text: string; start: number }[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const paragraph = { text: line, start };
    start += line.length + 1;
    return paragraph;
  });
}

/** The title and body, always as text: markup in an article is shown, never run. */
export function ArticleText({ detail, chosen, onStatement, onMention }: Props) {
  const { article, statements, mentions } = detail;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector("mark.chosen")?.scrollIntoView({ block: "center" });
  }, [chosen]);
  const inTitle = ({ sentence }: { sentence: number }) => sentence === -1;
  const run = (text: string, start: number, title: boolean) =>
    segments(
      text,
      start,
      statements.filter(({ evidence }) => inTitle(evidence) === title),
      mentions.filter((mention) => inTitle(mention) === title),
    ).map((segment) => (
      <Marked
        key={segment.start}
        segment={segment}
        chosen={chosen}
        onStatement={onStatement}
        onMention={onMention}
      />
    ));
  return (
    <div ref={root} class="article-body">
      <h2 dir="auto">
        <bdi>{article.title ? run(article.title, 0, true) : article.id}</bdi>
      </h2>
      {paragraphs(article.text).map(({ text, start }) => (
        <p key={start} dir="auto">
          <bdi>{run(text, start, false)}</bdi>
        </p>
      ))}
    </div>
  );
}

interface MarkedProps extends Omit<Props, "detail"> {
  segment: Segment;
}

function Marked({ segment, chosen, onStatement, onMention }: MarkedProps) {
  const { text, statements, mention } = segment;
  const inner = mention ? (
    <button type="button" class="mention" title={mention.rule} onClick={() => onMention(mention)}>
      {text}
    </button>
  ) : (
    text
  );
  const [first] = statements;
  if (!first) return <>{inner}</>;
  const shown = statements.find(({ id }) => id === chosen) ?? first;
  return (
    <mark
      class={`plover-mark-${(shown.plover ?? "RELATION").toLowerCase()} ${shown.id === chosen ? "chosen" : ""}`}
      title={statements
        .map(
          (s) => `${s.subject.name} ${relationPhrase(s.predicate, s.negated, s.modality)} ${s.object.name}`,
        )
        .join("\n")}
      onClick={() => onStatement(nextOf(statements, chosen))}
    >
      {inner}
    </mark>
  );
}

/** Where several statements lie on one place, each click goes on to the next. */
function nextOf(statements: Segment["statements"], chosen: string | null): string {
  const at = statements.findIndex(({ id }) => id === chosen);
  return statements[(at + 1) % statements.length]?.id ?? "";
}
