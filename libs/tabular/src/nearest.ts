/** No name of a column is longer; what is longer is a question, and has nothing near. */
const longestName = 40;

interface Folded {
  text: string;
  /** How many of its letters fall into each of 32 heaps. */
  heaps: Uint8Array;
}

/** Lists of known names, as they are compared. */
const foldedLists = new WeakMap<readonly string[], readonly Folded[]>();

/**
 * The known name closest to a mistyped one, for "did you mean". Distance is optimal string
 * alignment (Damerau-Levenshtein with transposed neighbours), without regard to case, and `-`, `_`
 * and spaces alike.
 *
 * @param known a list that does not change: it is folded once.
 * @returns undefined where nothing is near, as more than a third of the letters would have to change;
 *   and for names above 40 letters.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined;
  const wanted = folded(name);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const [index, candidate] of foldedOf(known).entries()) {
    const longer = Math.max(wanted.text.length, candidate.text.length);
    const most = Math.min(Math.max(1, Math.ceil(longer / 3)), bestDistance - 1);
    if (leastDistance(wanted.heaps, candidate.heaps) > most) continue;
    const distance = distanceOf(wanted.text, candidate.text, most);
    if (distance < bestDistance) [best, bestDistance] = [known[index], distance];
    if (distance === 0) break;
  }
  return best;
}

function foldedOf(known: readonly string[]): readonly Folded[] {
  const list = foldedLists.get(known) ?? known.map(folded);
  foldedLists.set(known, list);
  return list;
}

function folded(name: string): Folded {
  const text = name
    .toLowerCase()
    .replace(/[-_\s]+/g, '_')
    .slice(0, 2 * longestName);
  const heaps = new Uint8Array(32);
  for (let index = 0; index < text.length; index++) {
    const heap = text.charCodeAt(index) % 32;
    heaps[heap] = (heaps[heap] ?? 0) + 1;
  }
  return { text, heaps };
}

/** Each change mends one letter too many and one too few at most: quick to tell, and never too much. */
function leastDistance(a: Uint8Array, b: Uint8Array): number {
  let [tooMany, tooFew] = [0, 0];
  for (let heap = 0; heap < a.length; heap++) {
    const more = (a[heap] ?? 0) - (b[heap] ?? 0);
    if (more > 0) tooMany += more;
    else tooFew -= more;
  }
  return Math.max(tooMany, tooFew);
}

/** Infinity where it is above `most`: only cells within `most` of the diagonal are looked at. */
function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let [beforeLast, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    // What lies beside the looked at cells is above `most`, whatever an earlier name left there.
    row[from - 1] = from === 1 ? i : far;
    if (to < b.length) row[to + 1] = far;
    let least = at(row, from - 1);
    for (let j = from; j <= to; j++) {
      const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + change);
      const turned = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2);
      const swapped = turned && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Infinity;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const distance = at(last, b.length);
  return distance <= most ? distance : Infinity;
}

/** Above every distance of two names. */
const far = 200;

/** Used again for each two names: making them takes longer than filling them. */
const rows = [cells(), cells(), cells()] as const;

function cells(): Uint8Array {
  return new Uint8Array(2 * longestName + 2);
}

function at(row: Uint8Array, index: number): number {
  return row[index] ?? far;
}
