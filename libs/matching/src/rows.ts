import { foldDigits, normalise } from '@athar/arabic-names';
import { parseEdtf } from './edtf.js';
import { SOURCES, type EntryRecord, type ReportRecord, type Sex } from './records.js';

/** Columns of a file of reports. */
export const REPORT_COLUMNS = [
  'id',
  'name',
  'name_arabic',
  'given_name',
  'father_name',
  'grandfather_name',
  'family_name',
  'mother_name',
  'known_as',
  'sex',
  'birth_date',
  'home_governorate',
  'home_place',
  'last_seen_date',
  'last_seen_source',
  'arrest_date',
  'arrest_source',
  'arrested_by',
  'detention_places',
  'detainee_number',
  'marks',
] as const;

/** Columns of a file of registry entries. */
export const ENTRY_COLUMNS = [
  'id',
  'name',
  'name_arabic',
  'given_name',
  'father_name',
  'grandfather_name',
  'family_name',
  'mother_name',
  'known_as',
  'sex',
  'age',
  'birth_date',
  'home_governorate',
  'home_place',
  'detainee_number',
  'other_numbers',
  'branch',
  'photo_date',
  'collection',
  'marks',
] as const;

/** One cell that could not be used. Never repeats the value. */
export interface RowProblem {
  readonly column: string;
  readonly code: 'missing' | 'bad-date' | 'bad-source' | 'bad-sex' | 'bad-number';
  /** What was expected, for a person. */
  readonly expected: string;
}

export interface ReadRow<R> {
  /** The record without the values that have problems. */
  readonly record: R;
  readonly problems: readonly RowProblem[];
}

type Row = Readonly<Record<string, string | undefined>>;

const SEX_WORDS = new Map<string, Sex>([
  ...['male', 'm', 'ذكر', 'رجل'].map((word): [string, Sex] => [word, 'male']),
  ...['female', 'f', 'انثي', 'امراه'].map((word): [string, Sex] => [word, 'female']),
]);

/** Reads the cells of one row and gathers what is wrong with them. */
class Cells {
  readonly problems: RowProblem[] = [];

  constructor(private readonly row: Row) {}

  text(column: string): string | undefined {
    const value = this.row[column]?.trim();
    return value === '' ? undefined : value;
  }

  list(column: string): string[] | undefined {
    const values = this.text(column)
      ?.split(';')
      .map((value) => value.trim())
      .filter(Boolean);
    return values === undefined || values.length === 0 ? undefined : values;
  }

  date(column: string): string | undefined {
    const value = this.text(column);
    const folded = value === undefined ? undefined : foldDigits(value);
    if (folded === undefined || parseEdtf(folded) !== null) return folded;
    return this.problem(
      column,
      'bad-date',
      'an EDTF date such as 1987, 1987-05, 198X or 2013-11/..',
    );
  }

  oneOf<V extends string>(column: string, values: readonly V[]): V | undefined {
    const value = this.text(column)?.toLowerCase();
    const found = values.find((known) => known === value);
    if (value === undefined || found !== undefined) return found;
    return this.problem(column, 'bad-source', `one of ${values.join(', ')}`);
  }

  sex(column: string): Sex | undefined {
    const value = this.text(column);
    const found = value === undefined ? undefined : SEX_WORDS.get(normalise(value));
    if (value === undefined || found !== undefined) return found;
    return this.problem(column, 'bad-sex', 'male or female');
  }

  years(column: string): number | undefined {
    const value = this.text(column);
    if (value === undefined) return undefined;
    const years = Number(foldDigits(value).replace('٫', '.').replace(',', '.'));
    if (Number.isFinite(years) && years >= 0 && years <= 120) return years;
    return this.problem(column, 'bad-number', 'years between 0 and 120, a fraction for a newborn');
  }

  problem(column: string, code: RowProblem['code'], expected: string): undefined {
    this.problems.push({ column, code, expected });
    return undefined;
  }
}

function person(cells: Cells) {
  const id = cells.text('id') ?? '';
  if (id === '') cells.problem('id', 'missing', 'an id that no other row has');
  return {
    id,
    name: cells.text('name'),
    nameArabic: cells.text('name_arabic'),
    givenName: cells.text('given_name'),
    fatherName: cells.text('father_name'),
    grandfatherName: cells.text('grandfather_name'),
    familyName: cells.text('family_name'),
    motherName: cells.text('mother_name'),
    knownAs: cells.list('known_as'),
    sex: cells.sex('sex'),
    birthDate: cells.date('birth_date'),
    homeGovernorate: cells.text('home_governorate'),
    homePlace: cells.text('home_place'),
    detaineeNumber: cells.text('detainee_number'),
    marks: cells.list('marks'),
  };
}

/** Without the fields that the row left empty. */
function filled<R extends object>(record: R): R {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as R;
}

const NAME_COLUMNS = [
  'name',
  'name_arabic',
  'given_name',
  'father_name',
  'grandfather_name',
  'family_name',
  'known_as',
];

/** A row of a reports file as a record; lists are split on `;`. Never throws: see `problems`. */
export function toReportRecord(row: Row): ReadRow<ReportRecord> {
  const cells = new Cells(row);
  const record: ReportRecord = filled({
    ...person(cells),
    lastSeenDate: cells.date('last_seen_date'),
    lastSeenSource: cells.oneOf('last_seen_source', SOURCES),
    arrestDate: cells.date('arrest_date'),
    arrestSource: cells.oneOf('arrest_source', SOURCES),
    arrestedBy: cells.text('arrested_by'),
    detentionPlaces: cells.list('detention_places'),
  });
  if (NAME_COLUMNS.every((column) => cells.text(column) === undefined)) {
    cells.problem('name', 'missing', 'a name in at least one of the name columns');
  }
  return { record, problems: cells.problems };
}

/** A row of a registry file as a record; an entry may be without a name. Never throws: see `problems`. */
export function toEntryRecord(row: Row): ReadRow<EntryRecord> {
  const cells = new Cells(row);
  const record: EntryRecord = filled({
    ...person(cells),
    age: cells.years('age'),
    otherNumbers: cells.list('other_numbers'),
    branch: cells.text('branch'),
    photoDate: cells.date('photo_date'),
    collection: cells.text('collection'),
  });
  return { record, problems: cells.problems };
}
