import { dayBounds } from '@athar/dates';
import type { ReportDocument } from './report-document.js';

export const warningCodes = [
  'before-birth',
  'arrested-before-last-seen',
  'held-before-arrest',
  'ends-before-it-begins',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** Two dates that cannot both be true as they stand. The report is kept: people remember wrongly. */
export interface ReportWarning {
  /** JSON pointer of the date that comes too early. */
  field: string;
  code: WarningCode;
  /** JSON pointer of the date that it goes against. */
  against: string;
}

const DAY = 86_400_000;
/** How far an approximate or uncertain date may be off before it counts as a contradiction. */
const DOUBT = 366 * DAY;

interface Dated {
  field: string;
  date: string | undefined;
}

/** Where dates of one report contradict one another for sure. */
export function warningsOf(document: ReportDocument): ReportWarning[] {
  const { person, lastSeen, arrest, detentions = [], sightings = [] } = document;
  const birth = { field: '/person/birthDate', date: person.birthDate };
  const seen = { field: '/lastSeen/date', date: lastSeen?.date };
  const taken = { field: '/arrest/date', date: arrest?.date };
  const held = detentions.map(({ from }, at) => ({ field: `/detentions/${at}/from`, date: from }));
  const ends = detentions.map(({ to }, at) => ({ field: `/detentions/${at}/to`, date: to }));
  const sighted = sightings.map(({ date }, at) => ({ field: `/sightings/${at}/date`, date }));
  return [
    ...[seen, taken, ...held, ...ends, ...sighted].flatMap((one) =>
      early(one, birth, 'before-birth'),
    ),
    ...early(taken, seen, 'arrested-before-last-seen'),
    ...held.flatMap((one) => early(one, taken, 'held-before-arrest')),
    ...ends.flatMap((end, at) => early(end, held[at], 'ends-before-it-begins')),
  ];
}

/** A warning where the last day of `one` lies before the first day of `other`. */
function early(one: Dated, other: Dated | undefined, code: WarningCode): ReportWarning[] {
  if (one.date === undefined || other?.date === undefined) return [];
  const latest = dayBounds(one.date)?.latest;
  const earliest = dayBounds(other.date)?.earliest;
  if (latest == null || earliest == null) return [];
  const doubt = [one.date, other.date].some((date) => /[~?%]/.test(date)) ? DOUBT : 0;
  const sure = Date.parse(latest) + doubt < Date.parse(earliest);
  return sure ? [{ field: one.field, code, against: other.field }] : [];
}
