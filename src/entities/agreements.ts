import type { MentionBook } from "./book.js";
import type { Knowledge } from "./knowledge.js";
import type { Span } from "./spans.js";
import type { SentenceView } from "./view.js";

export function agreementMentions(
  _known: Knowledge,
  _book: MentionBook,
  _view: SentenceView,
  _spans: Span[],
  _date: string | null,
): void {}
