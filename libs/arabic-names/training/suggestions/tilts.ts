/** A word cut into the numbers of its units, and how much it counts. */
export interface CutWord {
  readonly units: readonly number[];
  readonly weight: number;
}

/** Words of a tradition that its shares are drawn towards those of all words by. */
const PRIOR = 5;

interface Shares {
  readonly units: Float64Array;
  readonly letters: ReadonlyMap<string, number>;
}

function count(words: readonly CutWord[], letterOf: readonly string[]): Shares {
  const units = new Float64Array(letterOf.length);
  const letters = new Map<string, number>();
  for (const { units: cut, weight } of words) {
    for (const unit of cut) {
      const letter = letterOf[unit] ?? '';
      units[unit] = (units[unit] ?? 0) + weight;
      letters.set(letter, (letters.get(letter) ?? 0) + weight);
    }
  }
  return { units, letters };
}

/**
 * How much likelier a tradition writes each unit for its Arabic letters than others do: natural logarithms.
 * @param names units as `arabic|latin`
 */
export function tiltsOf(
  names: readonly string[],
  tradition: readonly CutWord[],
  all: readonly CutWord[],
): number[] {
  const letterOf = names.map((name) => name.split('|')[0] ?? '');
  const [own, usual] = [count(tradition, letterOf), count(all, letterOf)];
  return names.map((_, unit) => {
    const letter = letterOf[unit] ?? '';
    const share = ((usual.units[unit] ?? 0) + 0.1) / ((usual.letters.get(letter) ?? 0) + 1);
    const kept = (own.units[unit] ?? 0) + PRIOR * share;
    return Math.log(kept / ((own.letters.get(letter) ?? 0) + PRIOR) / share);
  });
}
