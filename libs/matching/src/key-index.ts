import type { AskedName, KeptName } from '@athar/arabic-names';
import { inCentibits } from './evidence.js';
import type { KeptRecord } from './kept-record.js';
import { NO_WORDS, WordFinder, type Token } from './like-words.js';
import type { NamesOf } from './name-forms.js';
import { Postings } from './postings.js';
import type { PreparedRecord } from './prepare.js';
import { WEIGHTS } from './weights.js';
import { tieOf, Worths } from './worths.js';

function tokensOf({ names, knownAs }: NamesOf<KeptName>): Token[] {
  return [...names, ...knownAs].flatMap((name) => name.whole.tokens);
}

/** Parts of a name, by-names aside. */
function countParts({ whole }: KeptName): number {
  return whole.tokens.filter(({ absence }) => absence.role !== 'kunya').length;
}

/** Numbers of words, each once. */
function wordsOf(tokens: readonly Token[]): Set<number> {
  return new Set(tokens.filter(({ initial }) => !initial).map(({ word }) => word));
}

/** Numbers and marks of a record; where it has no name, its marks once more as of a nameless one. */
function signsOf({ names, numbers, markWords }: PreparedRecord): Set<string> {
  const marks = [...markWords];
  return new Set([
    ...numbers.map(({ blurred }) => `#${blurred}`),
    ...marks.map((word) => `m:${word}`),
    ...(names.length === 0 ? marks.map((word) => `n:${word}`) : []),
  ]);
}

/** Words that no more records have are rare. */
const FEW = 2;

/** Numbers and words of marks that are looked up: the names must keep their room among all features. */
const MOST_NUMBERS = 5;
const MOST_MARKS = 10;

/** The records that have one of the words that a word stands for. */
interface Meetings {
  readonly lists: readonly (readonly number[])[];
  /** For each list what it is worth, in hundredths of a bit. */
  readonly worths: readonly number[];
  /** Slots of all lists. */
  readonly slots: number;
}

/**
 * Records by the words of their names and of their mothers', found whatever spelling or error, and by their
 * numbers and marks. What a record has in common with a query is summed over all that it shares: about the
 * bits that speak for the pair when it is compared, and never much less.
 */
export class KeyIndex {
  private readonly names = new Postings<number>();
  private readonly mothers = new Postings<number>();
  private readonly finder = new WordFinder(
    (word) => this.names.of(word).length + this.mothers.of(word).length <= FEW,
  );
  private readonly signs = new Postings<string>();
  /** By slot. */
  private readonly parts: number[] = [];
  private readonly ties: number[] = [];
  private readonly worths = new Worths(this.parts, this.ties);

  add(record: KeptRecord, slot: number): void {
    this.finder.change();
    this.ties[slot] = tieOf(record.id);
    this.parts[slot] = Math.max(0, ...record.names.map(countParts));
    const mothers = record.mother?.whole.tokens ?? [];
    for (const token of [...tokensOf(record), ...mothers]) this.finder.add(token);
    for (const word of wordsOf(tokensOf(record))) this.names.add(word, slot);
    for (const word of wordsOf(mothers)) this.mothers.add(word, slot);
    for (const sign of signsOf(record.record)) this.signs.add(sign, slot);
  }

  remove(record: KeptRecord, slot: number): void {
    this.finder.change();
    for (const word of wordsOf(tokensOf(record))) this.names.remove(word, slot);
    for (const word of wordsOf(record.mother?.whole.tokens ?? [])) this.mothers.remove(word, slot);
    for (const sign of signsOf(record.record)) this.signs.remove(sign, slot);
  }

  /**
   * The slots of the records that have most in common with a query, about `most` of them, the likeliest first.
   * @param form one form of the query's name; undefined where it has none
   * @param slots all slots there are
   */
  candidates(
    query: PreparedRecord,
    names: NamesOf<AskedName>,
    form: AskedName | undefined,
    slots: number,
    most: number,
  ): number[] {
    this.worths.begin(slots, form === undefined ? 0 : countParts(form));
    for (const { blurred } of query.numbers.slice(0, MOST_NUMBERS)) {
      this.weighSign(`#${blurred}`, WEIGHTS.number.noBranch);
    }
    const marks = form === undefined ? 'm:' : 'n:';
    for (const word of [...query.markWords].slice(0, MOST_MARKS))
      this.weighSign(marks + word, WEIGHTS.marks.word);
    const mother = names.mother?.whole.tokens ?? [];
    for (const token of mother) {
      this.weigh(this.meetings(token, this.mothers, WEIGHTS.motherName.most), 0, false);
    }
    const asked = tokensOf({ ...names, names: form === undefined ? [] : [form] })
      .map((token) => this.meetings(token, this.names, Infinity))
      .sort((a, b) => a.slots - b.slots);
    asked.forEach((meetings, at) => {
      this.weigh(meetings, 1, at > 0 && at === asked.length - 1);
    });
    return this.worths.best(most);
  }

  /** About what the names, numbers and marks of the last query and of a slot come to, in hundredths of a bit. */
  estimate(slot: number): number {
    return this.worths.estimate(slot);
  }

  /** What a word of the query meets, that which is worth most first. */
  private meetings(token: Token, postings: Postings<number>, most: number): Meetings {
    const { initial, worth } = token;
    const lists: (readonly number[])[] = [];
    const worths: number[] = [];
    let slots = 0;
    const { words, shares } = initial ? NO_WORDS : this.finder.like(token);
    for (let at = 0; at < words.length; at += 1) {
      const list = postings.of(words[at] ?? -1);
      const centibits = Math.round(Math.min(most, worth) * (shares[at] ?? 0));
      if (list.length === 0 || centibits === 0) continue;
      lists.push(list);
      worths.push(centibits);
      slots += list.length;
    }
    return { lists, worths, slots };
  }

  private weigh({ lists, worths }: Meetings, parts: 0 | 1, common: boolean): void {
    if (!this.worths.nextFeature(common)) return;
    lists.forEach((list, at) => {
      this.worths.add(list, worths[at] ?? 0, parts);
    });
  }

  private weighSign(sign: string, bits: number): void {
    if (!this.worths.nextFeature(false)) return;
    this.worths.add(this.signs.of(sign), inCentibits(bits), 0);
  }
}
