/** Columns of a table of reports, in their order. */
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

/** Columns of a table of registry entries, in their order. */
export const REGISTRY_COLUMNS = [
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

/** Columns of the known truth, in their order. */
export const TRUTH_COLUMNS = ['report_id', 'entry_id'] as const;

/** One report. Every value is a string, empty where nothing is known; lists are `;`-separated. */
export type ReportRow = Record<(typeof REPORT_COLUMNS)[number], string>;

/** One registry entry. Every value is a string, empty where nothing is known. */
export type RegistryRow = Record<(typeof REGISTRY_COLUMNS)[number], string>;

/** The report and the entry concern the same person. */
export type TruthRow = Record<(typeof TRUTH_COLUMNS)[number], string>;

/** `r000001` for the first report (position 0); longer when a million is not enough. */
export function reportId(position: number): string {
  return `r${String(position + 1).padStart(6, '0')}`;
}

/** `e000001` for the first entry (position 0). */
export function entryId(position: number): string {
  return `e${String(position + 1).padStart(6, '0')}`;
}

const blankReport = blank(REPORT_COLUMNS) as ReportRow;
const blankEntry = blank(REGISTRY_COLUMNS) as RegistryRow;

function blank(columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, '']));
}

/** A report without any value. */
export function emptyReport(): ReportRow {
  return { ...blankReport };
}

/** An entry without any value. */
export function emptyEntry(): RegistryRow {
  return { ...blankEntry };
}
