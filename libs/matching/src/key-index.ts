import type { AskedName, KeptName } from '@athar/arabic-names';
import { Counters } from './counters.js';
import { Gatherer, type Gathered } from './gathered.js';
import type { KeptRecord } from './kept-record.js';
import { WordFinder, type Token } from './like-words.js';
import type { NamesOf } from './name-forms.js';
import { ALL_ROLES, MANY_PARTS, postingOf } from './posting.js';
import { ListsByNumber, Postings } from './postings.js';
import { blur } from './numbers.js';
import type { Circumstances } from './prepare.js';
import { WEIGHTS } from './weights.js';
import { tieOf } from './ties.js';
import { Worths, type Feature } from './worths.js';

function tokensOf({ names, knownAs }: NamesOf<KeptName>): Token[] {
  return [...names, ...knownAs].flatMap((name) => name.whole.tokens);
}

function isKunya({ absence }: Token): boolean {
  return absence.role === 'kunya';
}

/** Parts of a name, by-names aside. */
function countParts({ whole }: KeptName): number {
  return whole.tokens.filter((token) => !isKunya(token)).length;
}

function partsOf({ names }: KeptRecord): number {
  return Math.max(0, ...names.map(countParts));
}

/** Numbers of words, each once, with the roles that they may have, bit by bit. */
function wordsOf(tokens: readonly Token[]): Map<number, number> {
  const words = new Map<number, number>();
  for (const { word, roles, initial } of tokens) {
    if (!initial) words.set(word, (words.get(word) ?? 0) | roles);
  }
  return words;
}

/** Numbers and marks of a record; where it has no name, its marks once more as of a nameless one. */
function signsOf({ numbers, markWords }: Circumstances, nameless: boolean): Set<string> {
  const marks = [...markWords];
  return new Set([
    ...numbers.map((digits) => `#${blur(digits)}`),
    ...marks.map((word) => `m:${word}`),
    ...(nameless ? marks.map((word) => `n:${word}`) : []),
  ]);
}

/** Words that no more records have are rare. */
const FEW = 2;

/** Numbers and words of marks that are looked up: the names must keep their room among all features. */
const MOST_NUMBERS = 5;
const MOST_MARKS = 10;

/**
 * Parts of the names that a part of a query's name brings in of itself where many share a rarer one: the commonest of them
 * those that have hardly another, and of four and more the next also those of two. Others that share no rarer part
 * are hardly ever the man.
 * @param at place of the part among all, the rarest first
 */
function mostPartsFor(at: number, parts: number): number {
  const left = parts - at;
  if (at > 0 && left === 1) return 1;
  return left === 2 && parts >= 4 ? 2 : MANY_PARTS;
}

/** A part of a query's name with what it meets. */
interface AskedPart {
  readonly token: Token;
  readonly gathered: Gathered;
}

/**
 * Records by the words of their names and of their mothers', found whatever spelling or error, and by their
 * numbers and marks. What a record has in common with a query is summed over all that it shares: about the
 * bits that speak for the pair when it is compared, and never much less.
 */
export class KeyIndex {
  private readonly names = new Postings(new ListsByNumber());
  private readonly mothers = new Postings(new ListsByNumber());
  /** Postings of each word in both: to find their lists, a word at a time, costs more than all else that is asked of it. */
  private readonly uses = new Counters();
  private readonly finder = new WordFinder((word) => this.uses.at(word) <= FEW);
  private readonly ofNames = new Gatherer(this.finder, this.names);
  private readonly ofMothers = new Gatherer(this.finder, this.mothers);
  private readonly signs = new Postings(new Map<string, number[]>());
  private readonly worths = new Worths();

  add(record: KeptRecord, circumstances: Circumstances): void {
    const { slot } = record;
    this.finder.change();
    const parts = partsOf(record);
    this.worths.put(slot, parts, tieOf(record.id));
    const mothers = record.mother?.whole.tokens ?? [];
    for (const token of [...tokensOf(record), ...mothers]) this.finder.add(token);
    for (const [word, roles] of wordsOf(tokensOf(record))) {
      this.names.add(word, postingOf(slot, roles, parts));
      this.uses.raise(word, 1);
    }
    for (const word of wordsOf(mothers).keys()) {
      this.mothers.add(word, postingOf(slot));
      this.uses.raise(word, 1);
    }
    for (const sign of signsOf(circumstances, record.names.length === 0)) {
      this.signs.add(sign, postingOf(slot));
    }
  }

  remove(record: KeptRecord, circumstances: Circumstances): void {
    const { slot } = record;
    this.finder.change();
    const parts = partsOf(record);
    const mothers = record.mother?.whole.tokens ?? [];
    for (const [word, roles] of wordsOf(tokensOf(record))) {
      this.names.remove(word, postingOf(slot, roles, parts));
      this.uses.raise(word, -1);
    }
    for (const word of wordsOf(mothers).keys()) {
      this.mothers.remove(word, postingOf(slot));
      this.uses.raise(word, -1);
    }
    for (const sign of signsOf(circumstances, record.names.length === 0)) {
      this.signs.remove(sign, postingOf(slot));
    }
  }

  /**
   * The slots of the records that have most in common with a query, about `most` of them, in no order.
   * @param form one form of the query's name; undefined where it has none
   * @param more what is known of a slot beside names and signs, in hundredths of a bit
   */
  candidates(
    query: Circumstances,
    names: NamesOf<AskedName>,
    form: AskedName | undefined,
    most: number,
    more: (slot: number) => number,
  ): number[] {
    const parts = form?.whole.tokens.filter((token) => !isKunya(token)) ?? [];
    this.worths.begin(parts.map(({ roles }) => roles));
    for (const digits of query.numbers.slice(0, MOST_NUMBERS)) {
      this.weighSign(`#${blur(digits)}`, WEIGHTS.number.noBranch);
    }
    const marks = form === undefined ? 'm:' : 'n:';
    for (const word of [...query.markWords].slice(0, MOST_MARKS))
      this.weighSign(marks + word, WEIGHTS.marks.word);
    for (const token of names.mother?.whole.tokens ?? []) this.weighMother(token);
    const asked = tokensOf({ ...names, names: form === undefined ? [] : [form] })
      .map((token): AskedPart => ({ token, gathered: this.ofNames.gather(token) }))
      .sort((a, b) => a.gathered.postings.length - b.gathered.postings.length);
    asked.forEach((part, at) => {
      this.weighPart(part, parts.indexOf(part.token), mostPartsFor(at, asked.length));
    });
    return this.worths.best(most, more);
  }

  /** About what the names, numbers and marks of the last query and of a slot come to, in hundredths of a bit. */
  estimate(slot: number): number {
    return this.worths.estimate(slot);
  }

  /** A number that hangs on the record in a slot alone: an order for those that are equally likely. */
  tie(slot: number): number {
    return this.worths.tie(slot);
  }

  private weighPart({ token, gathered }: AskedPart, part: number, mostParts: number): void {
    const { worthOfPerson: person, worthOfFamily: family, worthOfEither: either, roles } = token;
    if (!this.worths.nextFeature()) return;
    this.worths.add(gathered, { worth: { person, family, either }, roles, part, mostParts });
  }

  private weighMother(token: Token): void {
    const bits = Math.min(WEIGHTS.motherName.most, token.worthOfPerson);
    if (this.worths.nextFeature()) this.worths.add(this.ofMothers.gather(token), anywhere(bits));
  }

  private weighSign(sign: string, bits: number): void {
    if (!this.worths.nextFeature()) return;
    const postings = Int32Array.from(this.signs.of(sign));
    this.worths.add({ postings, ends: [postings.length], shares: [100] }, anywhere(bits));
  }
}

/** What is no part of the name itself. */
function anywhere(bits: number): Feature {
  const worth = { person: bits, family: bits, either: bits };
  return { worth, roles: ALL_ROLES, part: -1, mostParts: MANY_PARTS };
}
