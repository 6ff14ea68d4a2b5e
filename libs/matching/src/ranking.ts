import { probabilityOf } from './evidence.js';

export interface Ranked<Of> {
  readonly of: Of;
  readonly centibits: number;
}

/** The best few of many, best first; equal ones in the order of their ids. */
export class Ranking<Of extends { readonly id: string }> {
  readonly best: Ranked<Of>[] = [];
  private readonly least: number;

  /**
   * @param limit keeps at most so many
   * @param minProbability keeps none less probable
   */
  constructor(
    readonly limit: number,
    minProbability: number,
  ) {
    this.least = leastCentibits(minProbability);
  }

  /** False where nothing with so many centibits, or fewer, would be kept. */
  mayKeep(centibits: number): boolean {
    if (centibits < this.least) return false;
    const last = this.best.length < this.limit ? undefined : this.best.at(-1);
    return this.limit > 0 && (last === undefined || centibits >= last.centibits);
  }

  add(of: Of, centibits: number): void {
    if (!this.mayKeep(centibits)) return;
    let at = this.best.length;
    while (at > 0 && this.isBehind(at - 1, of, centibits)) at -= 1;
    this.best.splice(at, 0, { of, centibits });
    if (this.best.length > this.limit) this.best.pop();
  }

  private isBehind(at: number, { id }: Of, centibits: number): boolean {
    const other = this.best[at];
    if (other === undefined) return false;
    return other.centibits === centibits ? other.of.id > id : other.centibits < centibits;
  }
}

/** Bits from which on every probability is 1 to the last digit. */
const MOST_BITS = 60;

/** The least whole number of centibits that is no less probable. */
function leastCentibits(probability: number): number {
  if (probability <= 0) return -Infinity;
  if (probability > 1) return Infinity;
  const bits = Math.log2(probability / (1 - probability));
  let least = Math.round(100 * Math.min(MOST_BITS, bits));
  while (probabilityOf(least) < probability) least += 1;
  while (probabilityOf(least - 1) >= probability) least -= 1;
  return least;
}
