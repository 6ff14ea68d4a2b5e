import type { ContactRecord, NewConsent, NewContact } from '@athar/families';
import type { TargetRow } from '@athar/imports';
import type { NameAlternative, PersonNames } from '../missing-person.js';
import type { Detention, ReportDocument } from '../report-document.js';
import { isArabic } from './read-person.js';
import { RELATIVE_COLUMNS, type RelativeColumns, type ReportColumn } from './report-columns.js';

/** The cells of one report; columns of which nothing is known are left out. */
export type ReportRowCells = Partial<Record<ReportColumn, string | undefined>>;

/** A relative with the consents in force. */
export type RowRelative = Omit<NewContact, 'consents'> & { consents: readonly NewConsent[] };

/**
 * A report as a row that can be imported again. What no column holds is left out: single sources,
 * dates of detentions, sightings, further witnesses and relatives. Lists stand between semicolons.
 *
 * @param contacts the first two are told.
 */
export function reportCells(
  id: string,
  document: ReportDocument,
  contacts: readonly RowRelative[],
): ReportRowCells {
  const relatives = RELATIVE_COLUMNS.map((columns, at) => relativeCells(columns, contacts[at]));
  return Object.assign({ id, ...personCells(document), ...eventCells(document) }, ...relatives);
}

/** What a file does not carry: marks that are not seen, and how a line ends. */
const unseen = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** The cells as they are read from a file. */
export function toTargetRow(cells: ReportRowCells): TargetRow {
  return new Map(
    Object.entries(cells).flatMap(([header, text]) => {
      if (text === undefined) return [];
      const carried = text.replace(unseen, '').replace(/\r\n?/g, '\n');
      return [[header, { header, text: carried }] as const];
    }),
  );
}

function personCells({ person }: ReportDocument): ReportRowCells {
  const { names, papers, home } = person;
  return {
    name: listed(names.full?.filter((name) => !isArabic(name))),
    name_arabic: listed(names.full?.filter(isArabic)),
    given_name: names.given,
    second_given_name: names.secondGiven,
    father_name: names.father,
    grandfather_name: names.grandfather,
    family_name: names.family,
    mother_name: names.mother,
    mother_family_name: names.motherFamily,
    husband_name: names.husband,
    known_as: listed(names.knownAs),
    other_names: listed(person.alternatives?.flatMap(({ names: other }) => namesOf(other))),
    sex: person.sex,
    birth_date: person.birthDate,
    birth_place: person.birthPlace,
    home_governorate: home?.governorate,
    home_place: home?.place,
    register_place: papers?.registerPlace,
    register_number: papers?.registerNumber,
    national_number: papers?.nationalNumber,
    marks: listed(person.marks),
    detainee_number: person.detaineeNumber,
    other_numbers: listed(person.otherNumbers?.map(({ value }) => value)),
  };
}

/** Another name as one text. */
function namesOf(names: NameAlternative['names']): string[] {
  const { full = [], knownAs = [] } = names;
  const parts: (keyof PersonNames)[] = ['given', 'secondGiven', 'father', 'grandfather', 'family'];
  const whole = parts.flatMap((part) => names[part] ?? []).join(' ');
  return [...full, ...(whole === '' ? [] : [whole]), ...knownAs];
}

function eventCells(document: ReportDocument): ReportRowCells {
  const { lastSeen, arrest, detentions, belongings, circumstances } = document;
  const [witness] = document.witnesses ?? [];
  return {
    last_seen_date: lastSeen?.date,
    last_seen_source: lastSeen?.source,
    last_seen_place: lastSeen?.place,
    arrest_date: arrest?.date,
    arrest_source: arrest?.source,
    arrested_by: arrest?.by,
    arrest_place: arrest?.place,
    detention_places: listed(detentions?.map(({ place }) => place)),
    detention_source: soleSource(detentions),
    witness_name: witness?.name,
    witness_relation: witness?.relation,
    witness_statement: witness?.what,
    witness_date: witness?.date,
    witness_source: witness?.source,
    belongings: listed(belongings?.map(({ what }) => what)),
    circumstances,
  };
}

/** A row has one source for all places. */
function soleSource(detentions: readonly Detention[] = []): string | undefined {
  const sources = new Set(detentions.map(({ source }) => source));
  return sources.size === 1 ? [...sources][0] : undefined;
}

function relativeCells(columns: RelativeColumns, contact: RowRelative | undefined): ReportRowCells {
  if (contact === undefined) return {};
  const [stored = contact.consents[0]] = contact.consents.filter(
    ({ purpose }) => purpose === 'store_and_match',
  );
  const consents = contact.consents.map(({ purpose }) => [columns[purpose], 'yes'] as const);
  return {
    ...Object.fromEntries(consents),
    [columns.name]: contact.name,
    [columns.relationship]: contact.relationship,
    [columns.phone]: contact.phone,
    [columns.email]: contact.email,
    [columns.language]: contact.language,
    [columns.discreet]: contact.discreet ? 'yes' : undefined,
    [columns.safeHours]: hoursOf(contact),
    [columns.note]: contact.note,
    [columns.consentDate]: stored?.givenOn,
    [columns.consentWay]: stored?.way,
  };
}

function hoursOf({ safeHours }: ContactRecord): string | undefined {
  return safeHours && `${safeHours.from}-${safeHours.until} ${safeHours.timeZone}`;
}

/** A semicolon within an item would part it when it comes back. */
function listed(items: readonly string[] | undefined): string | undefined {
  if (items === undefined || items.length === 0) return undefined;
  return items.map((item) => item.replace(/[;؛]/g, ',')).join('; ');
}
