import type { Problem } from '@athar/diagnostics';
import { placeLevels, type Place, type PlaceLevel } from '../gazetteer.js';
import { readTable, type FileRow } from './read-table.js';

/** A place as a file has it, with the line for what is to be said of it. */
export interface FilePlace extends Omit<Place, 'spellings' | 'weak' | 'source'> {
  readonly line: number;
}

/** A spelling as a file has it. */
export interface FileSpelling {
  readonly line: number;
  readonly code: string;
  readonly text: string;
}

const PLACE_COLUMNS = [
  'level',
  'id',
  'ocha_pcode',
  'name_en',
  'name_ar',
  'governorate_id',
  'district_id',
] as const;
const ALIAS_COLUMNS = ['ocha_pcode', 'alias'] as const;
type PlaceRow = FileRow<(typeof PLACE_COLUMNS)[number]>;

/** The P-code that the levels of the humanitarian division have, each two digits longer. */
export const P_CODE = /^SY\d{2}(?:\d{2}){0,2}$/u;
const MOST_LETTERS = 120;

/**
 * Reads the places of a public gazetteer: `level, id, ocha_pcode, name_en, name_ar, governorate_id,
 * district_id`, where the last two name rows by their `id`.
 *
 * @returns the good rows, and a problem for each other one
 */
export function readPlaces(text: string): { places: FilePlace[]; problems: Problem[] } {
  const { rows, problems } = readTable(text, PLACE_COLUMNS);
  const codes = new Map(rows.map(({ cells }) => [cells.id, cells.ocha_pcode]));
  const seen = new Set<string>();
  const found: Problem[] = [...problems];
  const places = rows.flatMap((row) => {
    const wrong = problemOf(row, codes, seen);
    if (wrong !== null) found.push({ ...wrong, row: row.line });
    else seen.add(row.cells.ocha_pcode);
    return wrong === null ? [placeOf(row, codes)] : [];
  });
  return { places, problems: found };
}

function parentIdOf({ cells }: PlaceRow): string {
  return cells.district_id === '' ? cells.governorate_id : cells.district_id;
}

function placeOf(row: PlaceRow, codes: ReadonlyMap<string, string>): FilePlace {
  const { level, ocha_pcode: code, name_ar: nameAr, name_en: nameEn } = row.cells;
  const parent = codes.get(parentIdOf(row)) ?? null;
  return { line: row.line, level: level as PlaceLevel, code, nameAr, nameEn, parent };
}

function problemOf(
  row: PlaceRow,
  codes: ReadonlyMap<string, string>,
  seen: ReadonlySet<string>,
): Problem | null {
  const { level, ocha_pcode: code, name_ar: nameAr, name_en: nameEn } = row.cells;
  const wrong = (field: string, reason: string, expected: string): Problem => ({
    field,
    code: reason,
    expected,
    fix: 'Correct the line, or leave it out.',
  });
  if (!(placeLevels as readonly string[]).includes(level))
    return wrong('level', 'bad-level', placeLevels.join(', '));
  if (!P_CODE.test(code)) return wrong('ocha_pcode', 'bad-code', 'a P-code such as SY0401');
  if (seen.has(code)) return wrong('ocha_pcode', 'code-repeated', 'each P-code once');
  for (const [field, name] of [
    ['name_ar', nameAr],
    ['name_en', nameEn],
  ] as const)
    if (name === '' || name.length > MOST_LETTERS)
      return wrong(field, 'bad-length', `1 to ${MOST_LETTERS} characters`);
  const top = level === 'governorate';
  if (top !== (parentIdOf(row) === '') || (!top && !codes.has(parentIdOf(row))))
    return wrong('district_id', 'parent-unknown', 'the id of a line of this file, but for the top');
  return null;
}

/** Reads the spellings of a public gazetteer: `ocha_pcode, alias`; other columns are passed over. */
export function readSpellings(text: string): { spellings: FileSpelling[]; problems: Problem[] } {
  const { rows, problems } = readTable(text, ALIAS_COLUMNS);
  const found: Problem[] = [...problems];
  const spellings = rows.flatMap(({ line, cells: { ocha_pcode: code, alias } }) => {
    if (P_CODE.test(code) && alias !== '' && alias.length <= MOST_LETTERS)
      return [{ line, code, text: alias }];
    found.push({
      field: P_CODE.test(code) ? 'alias' : 'ocha_pcode',
      code: P_CODE.test(code) ? 'bad-length' : 'bad-code',
      expected: P_CODE.test(code) ? `1 to ${MOST_LETTERS} characters` : 'a P-code such as SY0401',
      fix: 'Correct the line, or leave it out.',
      row: line,
    });
    return [];
  });
  return { spellings, problems: found };
}
