import { dayNumber } from '../calendar.js';
import { pickHolder, type Holder } from '../places.js';
import { Random, streams } from '../random.js';
import { mostPhotographs, type ArchiveOptions } from './archive-options.js';

/** A prisoner as the photographers knew him. Days count from 1970-01-01. */
export interface Prisoner {
  /** Which person of the population he is. */
  person: number;
  branch: Holder;
  /** Given by the branch, which begins again at 1 every few months. */
  number: string;
  /** The day of each photograph, in order. */
  photoDays: readonly number[];
}

const first = dayNumber({ year: 2015, month: 1, day: 1 });
const last = dayNumber({ year: 2024, month: 11, day: 30 });
/** The most photographs that the archive has of one day. */
const busiestDay = 177;
const letters = ['أ', 'ب', 'ج'] as const;

/** Everybody whom the archive shows, in the order of their first photographs. */
export function prisonersOf(options: ArchiveOptions): Prisoner[] {
  const random = new Random(options.seed, streams.archive);
  const shares = photographsEach(random, options);
  const numbers = new Numbers(random, options.prisoners);
  return arrivalDays(random, shares).map(({ day, busy }, person) => {
    const branch = pickHolder(random);
    const photoDays = Array.from({ length: shares[person] as number }, (_, at) =>
      at > 0 && !busy && random.chance(0.1) ? day + random.between(1, 2) : day,
    );
    return {
      person,
      branch,
      number: numbers.next(branch),
      photoDays: photoDays.sort((a, b) => a - b),
    };
  });
}

/** How many photographs there are of each, at least one; together exactly as many as asked for. */
function photographsEach(random: Random, { prisoners, photographs }: ArchiveOptions): number[] {
  const shares = new Array<number>(prisoners).fill(1);
  for (let left = photographs - prisoners; left > 0;) {
    const at = random.below(prisoners);
    if ((shares[at] as number) >= mostPhotographs) continue;
    shares[at] = (shares[at] as number) + 1;
    left -= 1;
  }
  return shares;
}

/** A day for each prisoner in order; one day is as busy as the archive's busiest. */
function arrivalDays(random: Random, shares: readonly number[]): { day: number; busy: boolean }[] {
  const days = shares.map(() => random.between(first, last - 2)).sort((a, b) => a - b);
  const middle = Math.floor(days.length / 2);
  const day = days[middle] as number;
  let left = busiestDay;
  let to = middle;
  while (to < days.length && (shares[to] as number) <= left) left -= shares[to++] as number;
  return days.map((usual, at) => {
    const busy = at >= middle && at < to;
    return { day: busy ? day : usual === day ? day + 1 : usual, busy };
  });
}

/** What each branch writes on its prisoners. */
class Numbers {
  private readonly given = new Map<string, { count: number; letters: number }>();
  /** So that a number comes back after months, whatever the size of the archive. */
  private readonly longest: number;

  constructor(
    private readonly random: Random,
    prisoners: number,
  ) {
    this.longest = Math.max(20, Math.ceil(prisoners / 170));
  }

  /** A letter tells two apart who were given one number. */
  next({ code }: Holder): string {
    const before = this.given.get(code) ?? { count: 0, letters: 0 };
    const letter = letters[before.letters];
    if (before.count > 0 && letter !== undefined && this.random.chance(0.03)) {
      this.given.set(code, { ...before, letters: before.letters + 1 });
      return `${before.count}${letter}`;
    }
    const count = before.count >= this.longest ? 1 : before.count + 1;
    this.given.set(code, { count, letters: 0 });
    return String(count);
  }
}
