import { canonicalJson } from '@athar/imports';
import type { EntryNumber, Transcription } from '../entry-document.js';
import { filled } from '../filled.js';
import type { SourceDocument } from '../sources/index.js';
import { agree, divideAlike } from './agreement.js';
import { foldName } from './fold-name.js';
import { nameText, type KeptReading, type ReadNames, type ReadNumber } from './reading.js';

/** A reading with the code of who read it, by round: first, second, and the third that settles. */
export interface AttributedReading extends KeptReading {
  reader: string;
}

/**
 * What an entry's readings say of the person, as one of the entry's sources.
 *
 * Before it is settled every reading counts, marked as unconfirmed: to the matcher a doubtful name is
 * worth more than none, since a match that is missed is a family that never knows. Parts of a name
 * wait until it is settled, because they would stand before what a list says.
 */
export function contributionOf(readings: readonly AttributedReading[]): SourceDocument {
  const [first, second, third] = readings;
  if (third) return settled(chosenOf(third, readings));
  if (first && second && agree(first, second)) return settled([first, second]);
  return {
    names: namesOf(readings.map(transcription).map(unconfirmed)),
    numbers: united(readings.flatMap(({ numbers }) => numbers.map(entryNumber)).map(unconfirmed)),
  };
}

/** The third's reading with the one that it chose, which says the same; who settles says how sure it is. */
function chosenOf(third: AttributedReading, all: readonly AttributedReading[]) {
  const chosen = third.chose && all[third.chose === 'first' ? 0 : 1];
  return chosen ? [{ ...chosen, confidence: third.confidence }, third] : [third];
}

/** @param readings that say the same, in one or several spellings. */
function settled(readings: readonly AttributedReading[]): SourceDocument {
  const [one, other = one] = readings;
  if (!one || !other) return {};
  const divided = readings.find(({ names }) => names.given ?? names.father ?? names.family);
  const undivided = ({ names }: AttributedReading) =>
    (names.given ?? names.father ?? names.family) === undefined;
  const parts = readings.some(undivided) || divideAlike(one, other) ? divided?.names : undefined;
  return {
    names: {
      ...namesOf(bySpelling(readings)),
      ...partsOf(parts ?? {}),
      ...filled({ mother: one.names.mother ?? other.names.mother, knownAs: knownAs(readings) }),
    },
    numbers: united(readings.flatMap(({ numbers }) => numbers.map(entryNumber))),
  };
}

function partsOf({ given, father, grandfather, family }: ReadNames) {
  return filled({ given, father, grandfather, family });
}

function namesOf(readings: readonly Transcription[]) {
  const transcribed = readings.filter(({ text }) => text !== '');
  return transcribed.length > 0 ? { transcribed } : {};
}

function transcription({ names, reader, confidence }: AttributedReading): Transcription {
  return { text: nameText(names), reader, confidence };
}

/**
 * One transcription for each spelling. Where two people wrote the same, both answer for it, and the
 * surer of them tells how sure it is: the two together are no less so.
 */
function bySpelling(readings: readonly AttributedReading[]): Transcription[] {
  const found = new Map<string, Transcription>();
  for (const reading of readings) {
    const { text, reader = '', confidence = 0 } = transcription(reading);
    const known = found.get(text);
    found.set(text, {
      text,
      reader: known ? `${known.reader}+${reader}` : reader,
      confidence: Math.max(known?.confidence ?? 0, confidence),
    });
  }
  return [...found.values()];
}

function knownAs(readings: readonly AttributedReading[]): string[] | undefined {
  const names = new Map(
    readings.flatMap(({ names }) => names.knownAs ?? []).map((name) => [foldName(name), name]),
  );
  return names.size > 0 ? [...names.values()] : undefined;
}

function unconfirmed<Item extends object>(item: Item): Item & { unconfirmed: true } {
  return { ...item, unconfirmed: true };
}

function entryNumber({ value, readOn }: ReadNumber): EntryNumber {
  return filled({ value, readOn });
}

function united(numbers: readonly EntryNumber[]): EntryNumber[] {
  return [...new Map(numbers.map((number) => [canonicalJson(number), number])).values()];
}
