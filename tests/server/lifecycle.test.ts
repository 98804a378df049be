import { describe, expect, it } from "vitest";
import { serveSynthetic } from "./support.js";

const SENTENCE =
  "Iranian Foreign Minister Abbas Araghchi met Armenian Foreign Minister Ararat Mirzoyan on Monday. ";
const FILES = Array.from({ length: 40 }, (_, i) => ({
  name: `${i}.txt`,
  text: `Talks ${i}\n\n${SENTENCE.repeat(i + 1)}`,
}));

/** Posts a batch and calls `onFirst` when its first article has been told of. */
async function batch(url: string, onFirst: () => void, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`${url}/api/articles/batch`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ files: FILES }),
    ...(signal ? { signal } : {}),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  let told = false;
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    said += read.value;
    if (!told && said.includes('"type":"article"')) {
      told = true;
      onFirst();
    }
  }
  return said;
}

describe("stopping", () => {
  it("finishes what runs and takes nothing new", async () => {
    const server = await serveSynthetic({ articles: 0 });
    let stopped: Promise<void> | undefined;
    const said = await batch(server.url, () => {
      stopped = server.stop();
    });
    expect(said).toMatch(/"type":"done".*"load":\{"articles":40/);
    await stopped;
    await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
  });
});

describe("a client that goes away", () => {
  it("leaves nothing half stored", async () => {
    const server = await serveSynthetic({ articles: 0 });
    const controller = new AbortController();
    await expect(batch(server.url, () => controller.abort(), controller.signal)).rejects.toThrow();
    expect((await server.get("/api/articles")).body).toMatchObject({ total: 0 });
    await server.stop();
  });
});
