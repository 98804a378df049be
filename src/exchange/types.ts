import type { LargeView, Measure } from "../graph/index.js";
import type { records, StatementWithArticle } from "../store/index.js";

/** One way out of Entente: a file format. */
export interface Exporter {
  /** As `--format` and the URL name it: `gexf`. */
  readonly name: string;
  readonly title: string;
  /** What reads it and what it holds, in one sentence. */
  readonly description: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /**
   * Writes the file in pieces of some 64 kB: texts, or the same in UTF-8.
   * @throws ExportError where the source lacks what the format needs
   */
  write(source: ExportSource, options?: ExportOptions): AsyncIterable<string | Uint8Array>;
}

/** What exporters read from; each part is read only by the formats that hold it, and may be read more than once. */
export interface ExportSource {
  readonly meta: ExportMeta;
  view(): Promise<LargeView>;
  /** The statements under the view's edges, each once. */
  statements(): AsyncIterable<StatementWithArticle>;
  /** Everything that the store holds, whatever the selection. */
  records(): ReturnType<typeof records>;
}

/** Says in the file itself what it is. */
export interface ExportMeta {
  title: string;
  /** What was selected, in words. */
  description: string;
  /** The command line, URL or Cypher that made it. */
  query: string;
  created: Date;
}

export interface ExportOptions {
  /** One edge for each statement instead of one for all that say the same. @default false */
  perStatement?: boolean;
  /** Computed for each node and written as attributes. @default none */
  measures?: readonly Measure[];
  /** Of layout and communities: the same seed gives the same picture. @default 1 */
  seed?: number;
}

/** An export that cannot be made as asked; the message says what to do. */
export class ExportError extends Error {
  override readonly name = "ExportError";
}
