import type { Area } from './sheet-place.js';
import type { SheetRow } from './sheet-parser.js';

/** Rows that are looked at to find the header. */
export const sampleRows = 30;

const maxHeaderRows = 3;
const figures = /^[-+\d.,:/T\s]*$/;

/**
 * The place in `sample` of the row that names the columns: the first with two different texts that
 * fills at least half as many cells as the rows below it mostly do. A title or a line about the
 * source fills fewer. Where no row is such, it is the first.
 */
export function proposeHeader(sample: readonly SheetRow[]): number {
  const found = sample.findIndex((row, index) => {
    const texts = new Set(filled(row).filter((text) => !figures.test(text)));
    const below = sample.slice(index + 1).map((later) => filled(later).length);
    if (texts.size < 2 || below.length === 0) return false;
    return filled(row).length * 2 >= medianOf(below);
  });
  return Math.max(found, 0);
}

/** The rows of a header, by their place in the sample, and the text above each column. */
export interface SheetHeader {
  last: number;
  cells: string[];
}

/**
 * Joins the rows of a header that merged cells hold together: a cell merged over columns is a group
 * of them, and gives `group / field`; one merged over rows stands for all of these.
 * @param at place of the header in the sample
 */
export function joinHeader(
  sample: readonly SheetRow[],
  at: number,
  merges: readonly Area[],
): SheetHeader {
  const width = Math.max(...sample.map((row) => row.cells.length));
  const groups = merges.filter((area) => area.right > area.left && !spansAll(area, width));
  const isGroup = (index: number): boolean =>
    groups.some((area) => area.top === (sample[index]?.number ?? 0));
  let first = at;
  while (first > 0 && at - first < maxHeaderRows - 1 && isGroup(first - 1) && touch(first - 1)) {
    first--;
  }
  let last = at;
  while (last - first < maxHeaderRows - 1 && touch(last) && goesOn(last)) last++;
  return { last, cells: joined(sample.slice(first, last + 1), merges) };

  function touch(index: number): boolean {
    const next = sample[index + 1];
    return next !== undefined && next.number === (sample[index]?.number ?? 0) + 1;
  }

  function goesOn(index: number): boolean {
    const row = sample[index]?.number ?? 0;
    const reaches = merges.some((area) => area.top <= row && area.bottom > row);
    return isGroup(index) || reaches;
  }
}

function joined(rows: readonly SheetRow[], merges: readonly Area[]): string[] {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const textAt = (row: number, column: number): string =>
    rows.find(({ number }) => number === row)?.cells[column - 1]?.trim() ?? '';
  return Array.from({ length: width }, (_, index) => {
    const parts = rows.map(({ number }) => {
      const column = index + 1;
      const area = merges.find((merged) => holds(merged, number, column));
      return area ? textAt(area.top, area.left) : textAt(number, column);
    });
    const different = parts.filter((part, place) => part !== '' && part !== parts[place - 1]);
    return different.join(' / ');
  });
}

/** True for a row of which a merge may say more: it leaves out cells that others fill. */
export function hasGaps(row: SheetRow | undefined, sample: readonly SheetRow[]): boolean {
  const width = Math.max(0, ...sample.map((other) => other.cells.length));
  return row !== undefined && filled(row).length < width;
}

function holds(area: Area, row: number, column: number): boolean {
  const inRows = area.top <= row && row <= area.bottom;
  return inRows && area.left <= column && column <= area.right;
}

function spansAll(area: Area, width: number): boolean {
  return area.left === 1 && area.right >= width;
}

function filled(row: SheetRow): string[] {
  return row.cells.map((text) => text.trim()).filter((text) => text !== '');
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
