import { hasArabic } from '../script.js';
import type { AskedOfList } from './list-tradition.js';
import { logit, reordered, type ScoredName } from './score-odds.js';

/** Share of what another name fits better by that counts, and the most that it may count: nats. */
const COUNTS = 0.5;
const MOST = 2;

/** What is most like a name of the list among the names asked for, and what comes next. */
interface Suitors {
  readonly asked: string;
  readonly best: number;
  readonly second: number;
}

/**
 * Which names of a Latin list other names fit better that were asked of it in Arabic. A spelling is one name's: what
 * stands for سعيد is hardly سعد as well, though these two are alike. It moves names that are nearly as like.
 */
export class ListRivals {
  private readonly suitors = new Map<string, Suitors>();

  private constructor(searches: readonly AskedOfList[]) {
    for (const { asked, hits } of searches) {
      for (const { name, score } of hits) this.add(name, asked, logit(score));
    }
  }

  /** Learns it from searches, each in Arabic: the more names of the list are asked for, the better. */
  static of(searches: readonly AskedOfList[]): ListRivals {
    return new ListRivals(searches.filter(({ asked }) => hasArabic(asked)));
  }

  private add(name: string, asked: string, fit: number): void {
    const known = this.suitors.get(name);
    if (known === undefined) this.suitors.set(name, { asked, best: fit, second: -Infinity });
    else if (known.asked === asked) return;
    else if (fit > known.best) this.suitors.set(name, { asked, best: fit, second: known.best });
    else if (fit > known.second) this.suitors.set(name, { ...known, second: fit });
  }

  /**
   * Puts names of the list after others as like that another name fits better.
   * @param hits of the list, best first; equal ones stay in their order
   * @returns the hits, best first; the best has the score that the best had, the others as much less as they fit less
   */
  yield<Hit extends ScoredName>(asked: string, hits: readonly Hit[]): Hit[] {
    if (!hasArabic(asked)) return [...hits];
    const bent = hits.map(({ name, score }) => logit(score) - this.less(asked, name, score));
    return reordered(hits, bent);
  }

  /** Nats that another name takes off. */
  private less(asked: string, name: string, score: number): number {
    const suitors = this.suitors.get(name);
    if (suitors === undefined || hasArabic(name)) return 0;
    const rival = suitors.asked === asked ? suitors.second : suitors.best;
    return Math.min(MOST, COUNTS * Math.max(0, rival - logit(score)));
  }
}
