import type { Problem } from '@athar/diagnostics';
import { canonicalJson } from '@athar/imports';
import type { Seal } from '@athar/persistence';
import { foldNumber, type Stop, type TitlePatterns } from '@athar/photo-titles';
import type { ListedPhotograph } from './listed-photograph.js';
import type { PhotographRecord } from './photograph-row.js';

/** A title that was read, with the digests that it is kept under. */
export interface ReadPhotograph {
  record: PhotographRecord;
  numberKey: Buffer;
  dayKey: Buffer | null;
  content: Buffer;
}

/** Reads a title; undefined where no pattern fits. */
export function readPhotograph(
  seal: Seal,
  patterns: TitlePatterns,
  { title, folder }: ListedPhotograph,
): ReadPhotograph | undefined {
  const listed = folder === undefined ? { title } : { title, folder };
  const reading = patterns.read(listed);
  if (!reading) return undefined;
  const { title: says, photographer } = reading;
  const record = { ...listed, says, ...(photographer === undefined ? {} : { photographer }) };
  return { record, ...keysOf(seal, record) };
}

/** The digests that a photograph is found by. */
export function keysOf(seal: Seal, record: PhotographRecord): Omit<ReadPhotograph, 'record'> {
  const { date } = record.says;
  return {
    numberKey: seal.digest('photograph-number', foldNumber(record.says)),
    dayKey: date === undefined ? null : seal.digest('photograph-day', date),
    content: seal.digest('photograph-content', canonicalJson(record)),
  };
}

/** More patterns than this are not told of one by one. */
const TOLD = 3;

/** Why a title was not read: where reading stopped and what was expected, never the title. */
export function unreadTitle(patterns: TitlePatterns, listed: ListedPhotograph): Problem {
  const reading = patterns.explain(listed);
  if (reading.read) throw new Error('The title can be read.');
  return {
    field: 'title',
    code: 'title-unread',
    expected: told(reading.stops),
    fix: 'Correct the title, or add a pattern that fits and bring the file in again.',
  };
}

/** Those that came furthest first, and how many others there are. */
function told(stops: readonly Stop[]): string {
  const furthest = stops.slice(0, TOLD).map(({ pattern, character, expected }) => {
    return `by pattern ${pattern}, at character ${character}: ${expected.slice(0, 4).join(', or ')}`;
  });
  const more = stops.length - furthest.length;
  return [...furthest, ...(more > 0 ? [`${more} more patterns came no further`] : [])].join('; ');
}
