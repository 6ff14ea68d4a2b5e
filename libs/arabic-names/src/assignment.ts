/** Columns beyond this number stay alone where rows compete: 2^columns states are walked. */
const MOST_COLUMNS = 10;

/** The columns that rows want most, to see whether two want the same. */
let wanted = new Uint8Array(16);

/**
 * The assignment of rows to columns of greatest total gain; a row may stay alone at no gain. Pairs
 * without gain are never made. Exact, by dynamic programming over sets of used columns.
 * @param gains non-negative, row by row
 * @param partner is filled with each row's column, or -1
 */
export function assign(
  gains: Float64Array,
  rows: number,
  columns: number,
  partner: Int32Array,
): void {
  if (assignBests(gains, rows, columns, partner)) return;
  const most = Math.min(MOST_COLUMNS, columns);
  const states = 1 << most;
  let best = new Float64Array(states).fill(-1);
  best[0] = 0;
  const choices: Int8Array[] = [];
  for (let row = 0; row < rows; row += 1) {
    const next = Float64Array.from(best);
    const choice = new Int8Array(states).fill(-1);
    for (let used = 0; used < states; used += 1) {
      const before = best[used] ?? -1;
      if (before < 0) continue;
      for (let column = 0; column < most; column += 1) {
        const gain = gains[row * columns + column] ?? 0;
        const after = used | (1 << column);
        if (gain <= 0 || after === used || before + gain <= (next[after] ?? -1)) continue;
        next[after] = before + gain;
        choice[after] = column;
      }
    }
    choices.push(choice);
    best = next;
  }
  walkBack(best, choices, partner);
}

/** Gives every row the column of its greatest gain; false where two rows want one column. */
function assignBests(
  gains: Float64Array,
  rows: number,
  columns: number,
  partner: Int32Array,
): boolean {
  if (wanted.length < columns) wanted = new Uint8Array(columns);
  wanted.fill(0, 0, columns);
  let apart = true;
  for (let row = 0; row < rows; row += 1) {
    const column = bestColumn(gains, row * columns, columns);
    partner[row] = column;
    if (column < 0) continue;
    apart &&= wanted[column] === 0;
    wanted[column] = 1;
  }
  return apart;
}

function bestColumn(gains: Float64Array, from: number, columns: number): number {
  let at = -1;
  let most = 0;
  for (let column = 0; column < columns; column += 1) {
    const gain = gains[from + column] ?? 0;
    if (gain > most) {
      at = column;
      most = gain;
    }
  }
  return at;
}

function walkBack(best: Float64Array, choices: readonly Int8Array[], partner: Int32Array): void {
  let state = 0;
  best.forEach((value, at) => {
    if (value > (best[state] ?? 0)) state = at;
  });
  for (let row = choices.length - 1; row >= 0; row -= 1) {
    const column = choices[row]?.[state] ?? -1;
    partner[row] = column;
    if (column >= 0) state &= ~(1 << column);
  }
}
