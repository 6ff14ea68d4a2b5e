/** Columns that tell of the missing person. */
const personColumns = [
  'id',
  'name',
  'name_arabic',
  'given_name',
  'second_given_name',
  'father_name',
  'grandfather_name',
  'family_name',
  'mother_name',
  'mother_family_name',
  'husband_name',
  'known_as',
  'other_names',
  'sex',
  'birth_date',
  'birth_place',
  'home_governorate',
  'home_governorate_other',
  'home_place',
  'register_place',
  'register_number',
  'national_number',
  'marks',
  'detainee_number',
  'other_numbers',
] as const;

/** Columns that tell what happened. */
const eventColumns = [
  'last_seen_date',
  'last_seen_source',
  'last_seen_place',
  'arrest_date',
  'arrest_source',
  'arrested_by',
  'arrested_by_other',
  'arrest_place',
  'detention_places',
  'detention_places_other',
  'detention_source',
  'witness_name',
  'witness_relation',
  'witness_statement',
  'witness_date',
  'witness_source',
  'belongings',
  'circumstances',
] as const;

const firstRelative = [
  'contact_name',
  'contact_relationship',
  'contact_relationship_other',
  'contact_phone',
  'contact_email',
  'contact_language',
  'contact_discreet',
  'safe_hours',
  'contact_note',
  'consents',
  'consent_store',
  'consent_email',
  'consent_sms',
  'consent_call',
  'consent_share',
  'consent_date',
  'consent_way',
] as const;

const secondRelative = [
  'contact_2_name',
  'contact_2_relationship',
  'contact_2_relationship_other',
  'contact_2_phone',
  'contact_2_email',
  'contact_2_language',
  'contact_2_discreet',
  'contact_2_safe_hours',
  'contact_2_note',
  'contact_2_consents',
  'contact_2_consent_store',
  'contact_2_consent_email',
  'contact_2_consent_sms',
  'contact_2_consent_call',
  'contact_2_consent_share',
  'contact_2_consent_date',
  'contact_2_consent_way',
] as const;

/** Columns of a file of reports; a file may bring any of them in any order. */
export const REPORT_IMPORT_COLUMNS = [
  ...personColumns,
  ...eventColumns,
  ...firstRelative,
  ...secondRelative,
] as const;
export type ReportColumn = (typeof REPORT_IMPORT_COLUMNS)[number];

/** A relative's columns by what they hold. */
export interface RelativeColumns {
  name: ReportColumn;
  relationship: ReportColumn;
  relationshipOther: ReportColumn;
  phone: ReportColumn;
  email: ReportColumn;
  language: ReportColumn;
  discreet: ReportColumn;
  safeHours: ReportColumn;
  note: ReportColumn;
  /** All that the relative agrees to, in one cell. */
  consents: ReportColumn;
  store_and_match: ReportColumn;
  message_email: ReportColumn;
  message_sms: ReportColumn;
  message_call: ReportColumn;
  share: ReportColumn;
  consentDate: ReportColumn;
  consentWay: ReportColumn;
}

const fields = [
  'name',
  'relationship',
  'relationshipOther',
  'phone',
  'email',
  'language',
  'discreet',
  'safeHours',
  'note',
  'consents',
  'store_and_match',
  'message_email',
  'message_sms',
  'message_call',
  'share',
  'consentDate',
  'consentWay',
] as const satisfies readonly (keyof RelativeColumns)[];

function relativeColumns(columns: readonly ReportColumn[]): RelativeColumns {
  const pairs = fields.map((field, at) => [field, columns[at]] as const);
  return Object.fromEntries(pairs) as unknown as RelativeColumns;
}

/** The columns of the relatives that a row may bring, in their order. */
export const RELATIVE_COLUMNS: readonly RelativeColumns[] = [
  relativeColumns(firstRelative),
  relativeColumns(secondRelative),
];

/** Columns of the second relative by those of the first. */
export const SECOND_OF: readonly (readonly [ReportColumn, ReportColumn])[] = firstRelative.map(
  (column, at) => [column, secondRelative[at] ?? column] as const,
);
