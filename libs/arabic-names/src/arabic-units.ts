import data from './arabic-model.json' with { type: 'json' };
import { later } from './later.js';
import { LETTERS_OF_ONE_SHAPE, LETTERS_OF_ONE_SOUND } from './confused-letters.js';

/** Most letters of a unit on either side. */
export const MOST_UNIT_LETTERS = 3;

/** Shares of pairs of pieces of two Arabic words, as a dense table. */
export interface UnitTable {
  /** Piece to row, piece to column; the empty piece is 0 on both sides. */
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
  readonly shares: Float32Array;
  /** For each row a bit for every length of the column pieces that it has shares with: few have many. */
  readonly lengths: Uint8Array;
}

type Cells = Map<string, Map<string, number>>;

/** Share of a pair of same letters, the rest being other spellings of a sound. */
const SAME_SPELLING = 0.85;
/**
 * A long vowel more or less is another name (حسن, حسين), though Latin spellings hardly tell them apart:
 * letters are left out at this share, not by sound. The first alif falls easily (سماعيل).
 */
const LETTER_LEFT_OUT = 2 ** -13;
const FIRST_ALIF_LEFT_OUT = 2 ** -7;
/** Pieces that stand for one sound beyond the likeliest few say nothing. */
const MOST_PIECES_A_SOUND = 14;

/** `piece:hundredths` lists to bits. */
export function readBits(list: string): [string, number][] {
  return list.split(' ').map((cell) => {
    const at = cell.lastIndexOf(':');
    return [cell.slice(0, at), Number(cell.slice(at + 1)) / 100];
  });
}

/** For each sound, as Latin letters, the Arabic pieces that stand for it. */
function bySounds(): Cells {
  const sounds: Cells = new Map();
  for (const [arabic, list] of Object.entries(data.units)) {
    for (const [latin, bits] of readBits(list)) {
      const pieces = sounds.get(latin) ?? new Map<string, number>();
      sounds.set(latin, pieces.set(arabic, 2 ** -bits));
    }
  }
  return sounds;
}

/**
 * Pieces that stand for one sound: P(x, y) = sum over sounds s of P(s) P(x|s) P(y|s), mixed with the
 * same letters written twice. Only single letters may stand for each other.
 */
function cellsOf(sounds: Cells): Cells {
  const cells: Cells = new Map();
  const add = (x: string, y: string, share: number) => {
    const row = cells.get(x) ?? new Map<string, number>();
    cells.set(x, row.set(y, (row.get(y) ?? 0) + share));
  };
  for (const pieces of sounds.values()) {
    const all = [...pieces.values()].reduce((sum, share) => sum + share, 0);
    const likely = [...pieces].sort((a, b) => b[1] - a[1]).slice(0, MOST_PIECES_A_SOUND);
    for (const [x, p] of likely) {
      if (x.length > 0) add(x, x, SAME_SPELLING * p);
      for (const [y, q] of likely) {
        if (x.length !== 1 || y.length !== 1) continue;
        add(x, y, ((1 - SAME_SPELLING) * p * q) / all);
      }
    }
  }
  return cells;
}

/**
 * Arabic letters taken for each other: by eye, where only dots tell them apart, by ear, and at the end
 * of a word (first and last letters in the model's signs: see `spellForModel`).
 */
const CONFUSED: readonly (readonly [string, number])[] = [
  ...[...LETTERS_OF_ONE_SHAPE, ...LETTERS_OF_ONE_SOUND].map((letters) => [letters, 0.02] as const),
  ['ىء', 0.3],
  ['ةء', 0.1],
];

function withConfusions(cells: Cells): Cells {
  for (const [letters, share] of CONFUSED) {
    for (const x of letters) {
      for (const y of letters) {
        const mean = Math.sqrt((cells.get(x)?.get(x) ?? 0) * (cells.get(y)?.get(y) ?? 0));
        if (x === y || mean === 0) continue;
        const row = cells.get(x) ?? new Map<string, number>();
        cells.set(x, row.set(y, Math.max(row.get(y) ?? 0, share * mean)));
      }
    }
  }
  return cells;
}

function dense(cells: Cells): UnitTable {
  const rows = new Map([['', 0]]);
  const columns = new Map([['', 0]]);
  for (const [row, shares] of cells) {
    if (!rows.has(row)) rows.set(row, rows.size);
    for (const column of shares.keys()) if (!columns.has(column)) columns.set(column, columns.size);
  }
  const shares = new Float32Array(rows.size * columns.size);
  for (const [row, found] of cells) {
    for (const [column, share] of found) {
      shares[(rows.get(row) ?? 0) * columns.size + (columns.get(column) ?? 0)] = share;
    }
  }
  for (const [piece, row] of rows)
    if (piece.length === 1) raise(shares, row * columns.size, leastOf(piece));
  for (const [piece, column] of columns)
    if (piece.length === 1) raise(shares, column, leastOf(piece));
  return { rows, columns, shares, lengths: lengthsOf(rows.size, columns, shares) };
}

function lengthsOf(
  rows: number,
  columns: ReadonlyMap<string, number>,
  shares: Float32Array,
): Uint8Array {
  const lengths = new Uint8Array(rows);
  for (const [piece, column] of columns) {
    for (let row = 0; row < rows; row += 1) {
      if (shares[row * columns.size + column] === 0) continue;
      lengths[row] = (lengths[row] ?? 0) | (1 << piece.length);
    }
  }
  return lengths;
}

function leastOf(piece: string): number {
  return piece === 'آ' ? FIRST_ALIF_LEFT_OUT : LETTER_LEFT_OUT;
}

function raise(shares: Float32Array, cell: number, least: number): void {
  shares[cell] = Math.max(least, shares[cell] ?? 0);
}

/** The units of two Arabic words. */
export const arabicUnits = later(() => dense(withConfusions(cellsOf(bySounds()))));

/** Letters that stand for each other more often than this share of how often they stand for themselves may meet. */
const LEAST_MEETING = 0.01;

/** Pairs of single letters that may stand for each other, themselves included: `x|y`. */
export function meetingLetters(): string[] {
  const { rows, columns, shares } = arabicUnits();
  const share = (x: string, y: string) =>
    shares[(rows.get(x) ?? 0) * columns.size + (columns.get(y) ?? 0)] ?? 0;
  const letters = [...rows.keys()].filter((piece) => piece.length === 1);
  return letters.flatMap((x) =>
    letters
      .filter((y) => share(x, y) >= LEAST_MEETING * Math.sqrt(share(x, x) * share(y, y)))
      .map((y) => `${x}|${y}`),
  );
}
