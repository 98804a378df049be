import { HttpProblem } from "./problems.js";

/** Lets so many pieces of work run at a time; some more may wait, the rest is turned away with a 429. */
export class Gate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly places: number,
    private readonly queue: number,
  ) {}

  /** Runs the work when there is a place. @throws HttpProblem where too many wait already */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.running >= this.places) await this.wait();
    this.running++;
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }

  private async wait(): Promise<void> {
    if (this.waiting.length >= this.queue) {
      throw new HttpProblem(429, "busy", "too many queries are running; try again in a moment");
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
