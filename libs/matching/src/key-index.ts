import type { AskedName, KeptName } from '@athar/arabic-names';
import { inCentibits } from './evidence.js';
import type { KeptRecord } from './kept-record.js';
import { NO_WORDS, WordFinder, type Token } from './like-words.js';
import type { NamesOf } from './name-forms.js';
import { Postings } from './postings.js';
import type { Circumstances } from './prepare.js';
import { WEIGHTS } from './weights.js';
import { postingOf, tieOf, Worths, type Worth } from './worths.js';

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
    ...numbers.map(({ blurred }) => `#${blurred}`),
    ...marks.map((word) => `m:${word}`),
    ...(nameless ? marks.map((word) => `n:${word}`) : []),
  ]);
}

/** Words that no more records have are rare. */
const FEW = 2;

/** Numbers and words of marks that are looked up: the names must keep their room among all features. */
const MOST_NUMBERS = 5;
const MOST_MARKS = 10;

/** What a word of the query meets. */
interface Meetings {
  /** Roles that it may have, bit by bit, and its place among the parts of the query's name; -1 where it is none. */
  readonly roles: number | undefined;
  readonly part: number;
  readonly lists: readonly (readonly number[])[];
  /** For each list what it is worth. */
  readonly worths: readonly Worth[];
  /** Postings of all lists. */
  readonly postings: number;
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

  add(record: KeptRecord, circumstances: Circumstances): void {
    const { slot } = record;
    this.finder.change();
    this.ties[slot] = tieOf(record.id);
    this.parts[slot] = Math.max(0, ...record.names.map(countParts));
    const mothers = record.mother?.whole.tokens ?? [];
    for (const token of [...tokensOf(record), ...mothers]) this.finder.add(token);
    for (const [word, roles] of wordsOf(tokensOf(record)))
      this.names.add(word, postingOf(slot, roles));
    for (const word of wordsOf(mothers).keys()) this.mothers.add(word, postingOf(slot));
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
    }
    for (const word of wordsOf(mothers).keys()) this.mothers.remove(word, postingOf(slot));
    for (const sign of signsOf(circumstances, record.names.length === 0)) {
      this.signs.remove(sign, postingOf(slot));
    }
  }

  /**
   * The slots of the records that have most in common with a query, about `most` of them, the likeliest first.
   * @param form one form of the query's name; undefined where it has none
   * @param slots all slots there are
   */
  candidates(
    query: Circumstances,
    names: NamesOf<AskedName>,
    form: AskedName | undefined,
    slots: number,
    most: number,
  ): number[] {
    const parts = form?.whole.tokens.filter((token) => !isKunya(token)) ?? [];
    this.worths.begin(
      slots,
      parts.map(({ roles }) => roles),
    );
    for (const { blurred } of query.numbers.slice(0, MOST_NUMBERS)) {
      this.weighSign(`#${blurred}`, WEIGHTS.number.noBranch);
    }
    const marks = form === undefined ? 'm:' : 'n:';
    for (const word of [...query.markWords].slice(0, MOST_MARKS))
      this.weighSign(marks + word, WEIGHTS.marks.word);
    for (const token of names.mother?.whole.tokens ?? []) {
      this.weigh(this.meetMothers(token), false);
    }
    const asked = tokensOf({ ...names, names: form === undefined ? [] : [form] })
      .map((token) => this.meetNames(token, parts.indexOf(token)))
      .sort((a, b) => a.postings - b.postings);
    asked.forEach((meetings, at) => {
      this.weigh(meetings, at > 0 && at === asked.length - 1);
    });
    return this.worths.best(most);
  }

  /** About what the names, numbers and marks of the last query and of a slot come to, in hundredths of a bit. */
  estimate(slot: number): number {
    return this.worths.estimate(slot);
  }

  private meetNames(token: Token, part: number): Meetings {
    const { worthOfPerson, worthOfFamily, roles } = token;
    return this.meet(token, this.names, worthOfPerson, worthOfFamily, roles, part);
  }

  private meetMothers(token: Token): Meetings {
    const worth = Math.min(WEIGHTS.motherName.most, token.worthOfPerson);
    return this.meet(token, this.mothers, worth, worth);
  }

  /** What a word of the query meets, that which is worth most first. */
  private meet(
    token: Token,
    from: Postings<number>,
    person: number,
    family: number,
    roles?: number,
    part = -1,
  ): Meetings {
    const lists: (readonly number[])[] = [];
    const worths: Worth[] = [];
    let postings = 0;
    const { words, shares } = token.initial ? NO_WORDS : this.finder.like(token);
    for (let at = 0; at < words.length; at += 1) {
      const list = from.of(words[at] ?? -1);
      if (list.length === 0) continue;
      const share = shares[at] ?? 0;
      lists.push(list);
      worths.push({ person: Math.round(person * share), family: Math.round(family * share) });
      postings += list.length;
    }
    return { roles, part, lists, worths, postings };
  }

  private weigh({ lists, worths, roles, part }: Meetings, common: boolean): void {
    if (!this.worths.nextFeature(common)) return;
    lists.forEach((list, at) => {
      const worth = worths[at];
      if (worth !== undefined) this.worths.add(list, worth, roles, part);
    });
  }

  private weighSign(sign: string, bits: number): void {
    if (!this.worths.nextFeature(false)) return;
    const worth = inCentibits(bits);
    this.worths.add(this.signs.of(sign), { person: worth, family: worth });
  }
}
