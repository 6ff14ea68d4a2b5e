/** One way to do the same work, whose speed is measured. */
export interface Contender {
  readonly name: string;
  /** Does the work of one round and gives how much was done: a slow contender may do a part of it. */
  run(round: number): number;
}

export interface Rate {
  readonly name: string;
  /** Done a second of the processor's time, which a busy machine does not stretch: the median of the rounds. */
  readonly rate: number;
}

/** The first round, in which code is still being compiled, is not counted. */
const WARMING = 1;

/** Rounds that inputs are needed for: of short work, and of work that takes its time. */
export const ALL_ROUNDS = WARMING + 5;
export const FEW_ROUNDS = WARMING + 3;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Runs every contender in each round, so that what slows the machine for a while meets all of them. */
export function ratesOf(contenders: readonly Contender[], rounds: number): Rate[] {
  const rates = contenders.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1) {
    contenders.forEach((contender, place) => {
      const start = process.cpuUsage();
      const done = contender.run(round);
      const { user, system } = process.cpuUsage(start);
      if (round >= WARMING) rates[place]?.push((1e6 * done) / (user + system));
    });
  }
  return contenders.map(({ name }, place) => ({ name, rate: median(rates[place] ?? []) }));
}
