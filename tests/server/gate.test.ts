import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Gate } from "../../src/server/gate.js";

describe("Gate", () => {
  it("runs so many at a time, lets some wait, and turns the rest away", async () => {
    const gate = new Gate(2, 3);
    const { signal } = new AbortController();
    let [running, most] = [0, 0];
    const work = async () => {
      most = Math.max(most, ++running);
      await setTimeout(5);
      running--;
      return "done";
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => gate.run(work, signal)));
    expect(most).toBe(2);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(await gate.run(work, signal)).toBe("done");
  });

  it("does not start what nobody waits for any more, and gives its place on", async () => {
    const gate = new Gate(1, 5);
    const gone = new AbortController();
    const first = gate.run(() => setTimeout(5), new AbortController().signal);
    let started = false;
    const second = gate.run(async () => {
      started = true;
    }, gone.signal);
    gone.abort();
    const third = gate.run(async () => "third", new AbortController().signal);
    await first;
    await expect(second).rejects.toThrow();
    expect(await third).toBe("third");
    expect(started).toBe(false);
  });
});
