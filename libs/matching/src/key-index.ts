import type { AskedName, KeptName } from '@athar/arabic-names';
import { Counters } from './counters.js';
import { Gatherer, type Gathered } from './gathered.js';
import type { KeptRecord } from './kept-record.js';
import { WordFinder, type Token } from './like-words.js';
import type { NamesOf } from './name-forms.js';
import { ListsByNumber, Postings } from './postings.js';
import { blur } from './numbers.js';
import type { Circumstances } from './prepare.js';
import { WEIGHTS } from './weights.js';
import { tieOf } from './ties.js';
import { postingOf, Worths } from './worths.js';

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
    this.worths.put(slot, Math.max(0, ...record.names.map(countParts)), tieOf(record.id));
    const mothers = record.mother?.whole.tokens ?? [];
    for (const token of [...tokensOf(record), ...mothers]) this.finder.add(token);
    for (const [word, roles] of wordsOf(tokensOf(record))) {
      this.names.add(word, postingOf(slot, roles));
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
    const mothers = record.mother?.whole.tokens ?? [];
    for (const [word, roles] of wordsOf(tokensOf(record))) {
      this.names.remove(word, postingOf(slot, roles));
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
   */
  candidates(
    query: Circumstances,
    names: NamesOf<AskedName>,
    form: AskedName | undefined,
    most: number,
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
      const common = at > 0 && at === asked.length - 1;
      this.weighPart(part, parts.indexOf(part.token), common);
    });
    return this.worths.best(most);
  }

  /** About what the names, numbers and marks of the last query and of a slot come to, in hundredths of a bit. */
  estimate(slot: number): number {
    return this.worths.estimate(slot);
  }

  /** A number that hangs on the record in a slot alone: an order for those that are equally likely. */
  tie(slot: number): number {
    return this.worths.tie(slot);
  }

  private weighPart({ token, gathered }: AskedPart, part: number, common: boolean): void {
    const { worthOfPerson: person, worthOfFamily: family, worthOfEither: either, roles } = token;
    if (!this.worths.nextFeature(common)) return;
    this.worths.add(gathered, { person, family, either }, roles, part);
  }

  private weighMother(token: Token): void {
    const worth = Math.min(WEIGHTS.motherName.most, token.worthOfPerson);
    if (!this.worths.nextFeature(false)) return;
    this.worths.add(this.ofMothers.gather(token), { person: worth, family: worth, either: worth });
  }

  private weighSign(sign: string, bits: number): void {
    if (!this.worths.nextFeature(false)) return;
    const postings = Int32Array.from(this.signs.of(sign));
    const whole = { postings, ends: [postings.length], shares: [100] };
    this.worths.add(whole, { person: bits, family: bits, either: bits });
  }
}
