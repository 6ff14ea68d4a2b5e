import { EDGE, type UnitNgrams } from './unit-ngrams.js';

/** A spelling and how likely it is together with what it was found for. */
export interface Found {
  readonly text: string;
  readonly chance: number;
}

/** A unit as a search uses it: what it writes, its number, and how much likelier than usual it is. */
export interface Choice {
  readonly text: string;
  readonly unit: number;
  readonly factor: number;
}

/** What may be written for each piece of the source. */
export type Choices = ReadonlyMap<string, readonly Choice[]>;

export interface SearchLimits {
  /** Beginnings kept at each letter of the source. */
  readonly width: number;
  /** Beginnings less likely than this share of the best one at the same letter are dropped. */
  readonly beam: number;
  /** Most letters written in a row for none of the source. */
  readonly mostAdded: number;
}

interface Beginning {
  readonly text: string;
  readonly state: number;
  chance: number;
  /** Units in a row that took nothing of the source. */
  readonly added: number;
}

const MOST_PIECE = 3;

class Search {
  private readonly reached: Map<string, Beginning>[];
  private readonly best: Float64Array;

  constructor(
    private readonly source: string,
    private readonly choices: Choices,
    private readonly ngrams: UnitNgrams,
    private readonly limits: SearchLimits,
  ) {
    this.reached = Array.from({ length: source.length + 1 }, () => new Map<string, Beginning>());
    this.best = new Float64Array(source.length + 1);
    this.put(0, '', ngrams.start, 1, 0);
  }

  run(): Found[] {
    for (let at = 0; at < this.source.length; at += 1) {
      this.add(at);
      for (const beginning of this.kept(at)) this.leave(beginning, at);
    }
    this.add(this.source.length);
    return this.ends();
  }

  private put(at: number, text: string, state: number, chance: number, added: number): void {
    if (chance < this.limits.beam * (this.best[at] ?? 0)) return;
    if (chance > (this.best[at] ?? 0)) this.best[at] = chance;
    const key = `${state} ${added} ${text}`;
    const known = this.reached[at]?.get(key);
    if (known === undefined) this.reached[at]?.set(key, { text, state, chance, added });
    else known.chance += chance;
  }

  private kept(at: number): Beginning[] {
    const least = this.limits.beam * (this.best[at] ?? 0);
    return [...(this.reached[at]?.values() ?? [])]
      .filter(({ chance }) => chance >= least)
      .sort((a, b) => b.chance - a.chance)
      .slice(0, this.limits.width);
  }

  /** Units that take nothing of the source. */
  private add(at: number): void {
    const choices = this.choices.get('') ?? [];
    for (let round = 0; round < this.limits.mostAdded; round += 1) {
      for (const beginning of this.kept(at)) {
        if (beginning.added !== round) continue;
        for (const choice of choices) this.write(beginning, at, choice, round + 1);
      }
    }
  }

  private leave(beginning: Beginning, at: number): void {
    const most = Math.min(MOST_PIECE, this.source.length - at);
    for (let size = 1; size <= most; size += 1) {
      const choices = this.choices.get(this.source.slice(at, at + size)) ?? [];
      for (const choice of choices) this.write(beginning, at + size, choice, 0);
    }
  }

  private write(
    { text, state, chance }: Beginning,
    to: number,
    choice: Choice,
    added: number,
  ): void {
    const sum = chance * choice.factor * this.ngrams.chance(state, choice.unit);
    if (sum < this.limits.beam * (this.best[to] ?? 0)) return;
    this.put(to, text + choice.text, this.ngrams.next(state, choice.unit), sum, added);
  }

  private ends(): Found[] {
    const sums = new Map<string, number>();
    for (const { text, state, chance } of this.kept(this.source.length)) {
      const whole = chance * this.ngrams.chance(state, EDGE);
      sums.set(text, (sums.get(text) ?? 0) + whole);
    }
    return [...sums]
      .filter(([text]) => text !== '')
      .map(([text, chance]) => ({ text, chance }))
      .sort((a, b) => b.chance - a.chance || (a.text < b.text ? -1 : 1));
  }
}

/** The likeliest spellings of a word in the other script, best first. */
export function searchSpellings(
  source: string,
  choices: Choices,
  ngrams: UnitNgrams,
  limits: SearchLimits,
): Found[] {
  return new Search(source, choices, ngrams, limits).run();
}
