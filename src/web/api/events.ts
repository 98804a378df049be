import { type BatchEvent, BatchEventSchema, type BodyOf } from "../../ontology/index.js";
import { send } from "./client.js";

/** The `data:` fields of a server-sent event stream, one text for each event. */
async function* eventData(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let buffer = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    buffer += value.replaceAll("\r\n", "\n");
    for (let end = buffer.indexOf("\n\n"); end >= 0; end = buffer.indexOf("\n\n")) {
      const event = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      const data = event
        .split("\n")
        .filter((line) => line.startsWith("data:"))
        .map((line) => line.slice(5).trimStart())
        .join("\n");
      if (data !== "") yield data;
    }
  }
}

/** Sends files to be read and gives the server's events as they come; `EventSource` cannot post. */
export async function* addBatch(
  body: BodyOf<"addBatch">,
  dry: boolean,
  signal: AbortSignal,
): AsyncGenerator<BatchEvent> {
  const response = await send("addBatch", { body, query: { dry: dry ? "true" : "false" }, signal });
  if (!response.body) return;
  for await (const data of eventData(response.body)) yield BatchEventSchema.parse(JSON.parse(data));
}
