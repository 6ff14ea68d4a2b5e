/** Lets only so many pieces of work run at a time, so that memory stays bounded. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** Runs `work` now, or refuses it where too much is under way. @throws what `refusal` makes */
  async now<T>(work: () => Promise<T>, refusal: () => Error): Promise<T> {
    if (this.running >= this.most) throw refusal();
    return this.run(work);
  }

  /** Runs `work` when its turn has come, first come, first served. */
  async later<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.most) return this.run(work);
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    // The one before has handed over its place, so that nobody slips in between.
    this.running -= 1;
    return this.run(work);
  }

  private async run<T>(work: () => Promise<T>): Promise<T> {
    this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
