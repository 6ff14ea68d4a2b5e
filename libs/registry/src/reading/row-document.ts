import type { Problem } from '@athar/diagnostics';
import type { RowManner, TargetRow } from '@athar/imports';
import type { AgeSeen, CivilRecord, EntryDocument, EntryNumber } from '../entry-document.js';
import { parseAge } from './age.js';
import { Cells } from './cells.js';
import { filled } from '../filled.js';
import { identityOf, type RowIdentity } from './row-identity.js';
import { readNames } from './row-names.js';
import { categoryWords, numberPlaceWords, sexWords, stateWords } from './word-list.js';

/** A row that can become an entry: what tells it from others in its collection, and what it says. */
export interface GoodRow extends RowIdentity {
  document: EntryDocument;
}

/** Reads one row. Never throws; gives the row, or everything that is wrong with it. */
export function readRow(row: TargetRow, manner?: RowManner): GoodRow | { problems: Problem[] } {
  const cells = new Cells(row, manner);
  const identity = identityOf(cells);
  const document = readDocument(cells);
  if (cells.problems.length === 0) refuseEmpty(cells, document);
  if (identity === undefined || cells.problems.length > 0) return { problems: cells.problems };
  return { ...identity, document };
}

function readDocument(cells: Cells): EntryDocument {
  return filled({
    sourceId: cells.text('id'),
    names: readNames(cells),
    numbers: readNumbers(cells),
    branch: cells.text('branch'),
    hospital: cells.text('hospital'),
    photoDates: readPhotoDates(cells),
    sex: cells.word('sex', sexWords),
    age: readAge(cells),
    birthDate: cells.date('birth_date'),
    homeGovernorate: cells.text('home_governorate'),
    homePlace: cells.text('home_place'),
    marks: cells.list('marks', 500),
    category: cells.word('category', categoryWords) ?? ('unknown' as const),
    state: cells.word('state', stateWords) ?? ('open' as const),
    civil: readCivil(cells),
    images: cells.list('images'),
    remarks: cells.text('remarks', 4000),
  });
}

function readNumbers(cells: Cells): EntryNumber[] {
  const first = cells.text('detainee_number', 60);
  const readOn = cells.word('number_read_on', numberPlaceWords);
  const others = cells.list('other_numbers', 60) ?? [];
  const numbers: EntryNumber[] = others.map((value) => ({ value }));
  return first === undefined ? numbers : [filled({ value: first, readOn }), ...numbers];
}

function readCivil(cells: Cells): CivilRecord | undefined {
  const civil = filled({
    registerPlace: cells.text('register_place'),
    registerNumber: cells.text('register_number', 60),
    registeredOn: cells.date('registered_on'),
    diedOn: cells.date('died_on'),
    statedCause: cells.text('stated_cause', 500),
  });
  return Object.keys(civil).length > 0 ? civil : undefined;
}

function readPhotoDates(cells: Cells): string[] | undefined {
  const dates = [...(cells.dates('photo_date') ?? []), ...(cells.dates('photo_dates') ?? [])];
  return dates.length > 0 ? [...new Set(dates)] : undefined;
}

function readAge(cells: Cells): AgeSeen | undefined {
  const text = cells.text('age');
  const age = text === undefined ? undefined : parseAge(text);
  if (text === undefined || age !== undefined) return age;
  const expected = 'years as 34, or days as "3 days"';
  return cells.refuse('age', 'bad-age', expected, 'Write one number; a range goes to remarks.');
}

/** Nobody could ever be matched with such a row. */
function refuseEmpty(cells: Cells, { names, numbers, marks }: EntryDocument): void {
  if (Object.keys(names).length > 0 || numbers.length > 0 || marks !== undefined) return;
  const fix = 'Add what is known of the person, or leave the row out.';
  cells.refuse('name', 'nothing-to-know-by', 'a name, a number or a mark', fix);
}
