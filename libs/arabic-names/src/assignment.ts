/** Columns beyond this number stay alone where rows compete: 2^columns states are walked. */
const MOST_COLUMNS = 10;

/**
 * The assignment of rows to columns of greatest total gain; a row may stay alone at no gain. Pairs
 * without gain are never made. Exact, by dynamic programming over sets of used columns.
 * @param gains non-negative, rows x columns
 * @returns for each row its column, or -1
 */
export function assign(gains: readonly (readonly number[])[]): number[] {
  const columns = Math.min(MOST_COLUMNS, gains[0]?.length ?? 0);
  const bests = gains.map(bestColumn);
  const wanted = bests.filter((column) => column >= 0);
  if (new Set(wanted).size === wanted.length) return bests;
  const states = 1 << columns;
  let best = new Float64Array(states).fill(-1);
  best[0] = 0;
  const choices: Int8Array[] = [];
  for (const row of gains) {
    const next = Float64Array.from(best);
    const choice = new Int8Array(states).fill(-1);
    for (let used = 0; used < states; used += 1) {
      const before = best[used] ?? -1;
      if (before < 0) continue;
      for (let column = 0; column < columns; column += 1) {
        const gain = row[column] ?? 0;
        const after = used | (1 << column);
        if (gain <= 0 || after === used || before + gain <= (next[after] ?? -1)) continue;
        next[after] = before + gain;
        choice[after] = column;
      }
    }
    choices.push(choice);
    best = next;
  }
  return walkBack(best, choices);
}

/** The column of greatest gain; where every row wants another one, no assignment is better. */
function bestColumn(row: readonly number[]): number {
  let at = -1;
  let most = 0;
  for (let column = 0; column < row.length; column += 1) {
    const gain = row[column] ?? 0;
    if (gain > most) {
      at = column;
      most = gain;
    }
  }
  return at;
}

function walkBack(best: Float64Array, choices: readonly Int8Array[]): number[] {
  let state = 0;
  best.forEach((value, at) => {
    if (value > (best[state] ?? 0)) state = at;
  });
  const rows = choices.map(() => -1);
  for (let row = choices.length - 1; row >= 0; row -= 1) {
    const column = choices[row]?.[state] ?? -1;
    rows[row] = column;
    if (column >= 0) state &= ~(1 << column);
  }
  return rows;
}
