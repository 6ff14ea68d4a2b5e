import { normalise, parseName, type ParsedName } from '@athar/arabic-names';
import { DAYS_A_YEAR, parseBirth, parseEdtf, type DateRange } from './edtf.js';
import { holdersOf, type Holder } from './holders.js';
import { readNumber } from './numbers.js';
import { placeOf, type Place } from './places.js';
import { namesOf } from './record-names.js';
import { Remembered } from './remembered.js';
import type { MatchRecord, Sex, Source } from './records.js';
import { wholeRecord, type WholeRecord } from './whole-record.js';

export interface SourcedDate {
  readonly range: DateRange;
  readonly source: Source | 'unknown';
}

/** What a record says beside the names. */
export interface Circumstances {
  readonly sex: Sex | null;
  readonly birth: DateRange | null;
  /** Birth as it follows from the age as seen. */
  readonly birthSeen: DateRange | null;
  readonly place: Place | null;
  readonly holders: readonly Holder[];
  /** Digits of each number. */
  readonly numbers: readonly string[];
  readonly markWords: ReadonlySet<string>;
  readonly photo: DateRange | null;
  readonly seen: SourcedDate | null;
  readonly arrest: SourcedDate | null;
}

/** A record read once, so that comparing it costs little. */
export interface PreparedRecord extends Circumstances {
  readonly id: string;
  /** Every form of the whole name, those of the form's fields first. */
  readonly names: readonly ParsedName[];
  readonly knownAs: readonly ParsedName[];
  readonly mother: ParsedName | null;
}

/** The years of the archives, for an age without a photo date. */
const ARCHIVE_YEARS: DateRange = { from: 14_975, to: 20_088, approximate: true };

function sourced(date: string | undefined, source: Source | undefined): SourcedDate | null {
  const range = date === undefined ? null : parseEdtf(date);
  return range === null ? null : { range, source: source ?? 'unknown' };
}

function birthSeen(age: number | undefined, photo: DateRange | null): DateRange | null {
  if (age === undefined || !Number.isFinite(age)) return null;
  const at = photo ?? ARCHIVE_YEARS;
  const days = Math.round(age * DAYS_A_YEAR);
  const year = Math.round(DAYS_A_YEAR);
  return { from: at.from - days - year, to: at.to - days, approximate: true };
}

const NONE: ReadonlySet<string> = new Set();
const marks = new Remembered<ReadonlySet<string>>(10_000);

/** The words of texts; of the same texts the same set. */
function wordsOf(texts: readonly string[] | undefined): ReadonlySet<string> {
  if (texts === undefined || texts.length === 0) return NONE;
  return marks.of(texts.join('\n'), () => readWords(texts));
}

function readWords(texts: readonly string[]): Set<string> {
  const words = texts.flatMap((text) => normalise(text).split(' '));
  return new Set(words.map((word) => word.replace(/^ال/u, '')).filter((word) => word.length > 2));
}

/** The texts that tell who held a person. */
export function heldOf(record: WholeRecord): (string | undefined)[] {
  return [record.arrestedBy, ...(record.detentionPlaces ?? []), record.branch];
}

/** Reads a record: parses its names, dates, numbers and places. Values that cannot be read are left out. */
export function prepare(given: MatchRecord): PreparedRecord {
  const record = wholeRecord(given);
  const photo = record.photoDate === undefined ? null : parseEdtf(record.photoDate);
  const mother = record.motherName === undefined ? null : parseName(record.motherName);
  const numbers = [record.detaineeNumber, ...(record.otherNumbers ?? [])];
  return {
    id: record.id,
    names: namesOf(record),
    knownAs: (record.knownAs ?? []).map((name) => parseName(name)),
    mother: mother === null || mother.tokens.length === 0 ? null : mother,
    sex: record.sex ?? null,
    birth: record.birthDate === undefined ? null : parseBirth(record.birthDate),
    birthSeen: birthSeen(record.age, photo),
    place: placeOf(record.homeGovernorate, record.homePlace),
    holders: holdersOf(heldOf(record)),
    numbers: numbers.flatMap((text) => (text === undefined ? [] : readNumber(text))),
    markWords: wordsOf(record.marks),
    photo,
    seen: sourced(record.lastSeenDate, record.lastSeenSource),
    arrest: sourced(record.arrestDate, record.arrestSource),
  };
}
