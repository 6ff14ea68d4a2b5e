import { foldDigits, foldForSearch } from '@athar/arabic-names';
import { placesNamed } from './gazetteer.js';
import file from './holders.json' with { type: 'json' };
import { isNotKnown } from './not-known.js';
import { Remembered } from './remembered.js';
import { readingsOf } from './sound-readings.js';

/** A branch, prison or service as text says it. */
export interface Holder {
  /** Code of one that is known; its number or its words otherwise. */
  readonly id: string;
  /** Code of the service that it belongs to. */
  readonly parent: string | null;
  /** False where the words name none that is known: it may be another name of any. */
  readonly known: boolean;
}

interface Row {
  readonly code: string;
  readonly number?: string;
  readonly parent?: string;
  readonly names: readonly string[];
  /** Those of the names that mean it only where they stand alone. */
  readonly weak?: readonly string[];
}

/** Words that say what kind of place it is, not which. */
const KIND_WORDS = new Set(
  (
    'فرع سجن فرقه قسم مركز مشفي مستشفي معتقل مقر سريه ' +
    'branch prison section hospital division jail detention center far fara of the branche sube subesi hapishanesi'
  ).split(' '),
);

function wordsOf(text: string): string[] {
  return foldForSearch(text).split(' ').filter(Boolean);
}

function withoutKinds(words: readonly string[]): string[] {
  return words.filter((word) => !KIND_WORDS.has(word));
}

const byNumber = new Map<string, Holder>();
/** By whole name, and by what is left of it without the words of its kind where that is no place's name. */
const byName = new Map<string, Holder>();
/** Those of the names that mean a holder inside a longer text too. */
const within = new Map<string, Holder>();
const bySound = new Map<string, Holder>();

function put(holder: Holder, words: readonly string[], isWeak: boolean): void {
  const name = words.join(' ');
  if (name === '' || byName.has(name)) return;
  byName.set(name, holder);
  if (!isWeak) within.set(name, holder);
  for (const reading of readingsOf(words)) if (!bySound.has(reading)) bySound.set(reading, holder);
}

function learn(rows: readonly Row[]): void {
  const holders = rows.map(({ code, parent = null }) => ({ id: code, parent, known: true }));
  rows.forEach(({ number, names, weak = [] }, at) => {
    const holder = holders[at];
    if (holder === undefined) return;
    if (number !== undefined) byNumber.set(number, holder);
    for (const name of names) put(holder, wordsOf(name), weak.includes(name));
  });
  rows.forEach(({ names }, at) => {
    const holder = holders[at];
    for (const name of names) {
      const own = withoutKinds(wordsOf(name));
      if (holder !== undefined && placesNamed(own).length === 0) put(holder, own, false);
    }
  });
}

learn(file);

/** The longest known name within the words, a part of a service before the service. */
function namedIn(words: readonly string[]): Holder | undefined {
  let best: Holder | undefined;
  for (let length = words.length; length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const found = within.get(words.slice(from, from + length).join(' '));
      if (found === undefined) continue;
      if (found.parent !== null) return found;
      best ??= found;
    }
  }
  return best;
}

/** Names of more words are cut: none is so long. */
const MOST_WORDS = 12;

/** A branch's number that is written to a word (فرع215): chat has no three digits for letters, Arabic none at all. */
const WRITTEN_TO = /(?<!\d)\d{3}(?!\d)|(?<=\p{Script=Arabic})\d+/gu;
/** When it was: no branch has such a number. */
const YEAR = /^(?:19|20)\d\d$/u;

function read(text: string): Holder | null {
  if (isNotKnown(text)) return null;
  const all = wordsOf(foldDigits(text).replace(WRITTEN_TO, ' $& '));
  const words = all.filter((word) => !YEAR.test(word)).slice(0, MOST_WORDS);
  const number = words.find((word) => /^\d{2,4}$/u.test(word));
  if (number !== undefined)
    return byNumber.get(number) ?? { id: `#${number}`, parent: null, known: true };
  const own = withoutKinds(words);
  const known = byName.get(words.join(' ')) ?? byName.get(own.join(' ')) ?? namedIn(words);
  if (known !== undefined) return known;
  if (own.length === 0) return null;
  const sounds = [...readingsOf(words), ...readingsOf(own)];
  const sounding = sounds.find((reading) => bySound.has(reading)) ?? '';
  return bySound.get(sounding) ?? { id: own.join(' '), parent: null, known: false };
}

const readings = new Remembered<Holder | null>(20_000);

function holderOf(text: string): Holder | null {
  return readings.of(text, () => read(text));
}

/** Reads the places where a person was held. */
export function holdersOf(texts: readonly (string | undefined)[]): Holder[] {
  return texts.flatMap((text) => (text === undefined ? [] : (holderOf(text) ?? [])));
}

/** How near two holders are. 3: the same; 2: one belongs to the other; 1: both belong to one service; otherwise 0. */
type Nearness = 0 | 1 | 2 | 3;

function between(a: Holder, b: Holder): Nearness {
  if (a.id === b.id) return 3;
  if (a.parent === b.id || b.parent === a.id) return 2;
  return a.parent !== null && a.parent === b.parent ? 1 : 0;
}

/**
 * How near the nearest two of two lists are; null where that is not known: one is not read and may be any of the
 * others, or a list is empty.
 */
export function nearnessOf(left: readonly Holder[], right: readonly Holder[]): Nearness | null {
  let nearest: Nearness | null = null;
  for (const a of left) {
    for (const b of right) {
      const near = between(a, b);
      const unclear = near === 0 && !(a.known && b.known);
      if (!unclear && near > (nearest ?? -1)) nearest = near;
    }
  }
  return nearest;
}

/** The first holder of one side that is a holder of the other too; null where there is none. */
export function sharedHolder(left: readonly Holder[], right: readonly Holder[]): string | null {
  for (const { id } of left) for (const other of right) if (id === other.id) return id;
  return null;
}
