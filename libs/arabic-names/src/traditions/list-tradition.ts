import { remembered } from '../remembered.js';
import { scriptOf } from '../script.js';
import { spellWords } from '../spelling.js';
import { LetterCounts, LettersOfKinds } from './letter-counts.js';
import data from './letters.json' with { type: 'json' };

/** Traditions of which there are lists to learn the letters from; what any list has beside. */
export const LIST_TRADITIONS = ['english', 'french', 'turkish'] as const;
export type ListedTradition = (typeof LIST_TRADITIONS)[number];

/** A name of a list, and how like it is to one that was asked for: in [0, 1]. */
export interface ScoredName {
  readonly name: string;
  readonly score: number;
}

/** One name that was asked for, and the names of a list that are most like it. */
export interface AskedOfList {
  readonly asked: string;
  readonly hits: readonly ScoredName[];
}

/** How far the likeness of a name counts, and how far its letters, in telling how a list is spelled. */
const LIKENESS = 0.3;
const LETTERS = 1.5;
/** Names that each tradition is thought to have at first, so that a few names prove nothing. */
const AT_FIRST = 1;
const ROUNDS = 40;
/** A list has one hand: what most of it is, is taken for more of it. */
const ONE_HAND = 2;
/** How far a name's letters move its score, and the most that the letters of a word may say: nats. */
const LEAN = 1;
const MOST = 4;
/** Names so much less like than the best are no rivals of it, however they are spelled: nats. */
const RIVALS = 8;
/** Scores nearer to 0 or 1 are not told apart. */
const LEAST = 1e-7;

/** Nats for each tradition, and at the end for lists of any other kind. */
type Signs = readonly number[];

let letters: LettersOfKinds | undefined;

function readLetters(): LettersOfKinds {
  const kinds = [...LIST_TRADITIONS, 'others' as const].map((name) => {
    const threes = data.counts[name].split(' ');
    return new LetterCounts(threes.map((each) => [each.slice(0, 3), Number(each.slice(3))]));
  });
  return new LettersOfKinds(kinds);
}

const bounded = (nats: number) => Math.max(-MOST, Math.min(MOST, nats));

/** Logarithm of the mean of what the first values are logarithms of. */
function logMean(logs: Float64Array, first: number): number {
  let most = -Infinity;
  for (let at = 0; at < first; at += 1) most = Math.max(most, logs[at] ?? 0);
  let sum = 0;
  for (let at = 0; at < first; at += 1) sum += Math.exp((logs[at] ?? 0) - most);
  return most + Math.log(sum / first);
}

/** For a Latin name what its letters say of traditions: against all four kinds, and against the three known ones. */
interface NameSigns {
  readonly ofKinds: Signs;
  readonly ofKnown: Signs;
}

const SILENT: NameSigns = { ofKinds: [0, 0, 0, 0], ofKnown: [0, 0, 0] };

/** For each of the first kinds what the letters of words say for it, against the mean of these kinds. */
function signsFor(logs: readonly Float64Array[], kinds: number): number[] {
  const sums = Array.from({ length: kinds }, () => 0);
  for (const each of logs) {
    const base = logMean(each, kinds);
    for (let kind = 0; kind < kinds; kind += 1) {
      sums[kind] = (sums[kind] ?? 0) + ((each[kind] ?? 0) - base) / logs.length;
    }
  }
  return sums.map(bounded);
}

const signsOf = remembered((name): NameSigns => {
  letters ??= readLetters();
  const logs: Float64Array[] = [];
  for (const { folded, spelling } of spellWords(name)) {
    if (scriptOf(folded) === 'latin') logs.push(letters.logsOf(spelling));
  }
  if (logs.length === 0) return SILENT;
  const known = LIST_TRADITIONS.length;
  return { ofKinds: signsFor(logs, known + 1), ofKnown: signsFor(logs, known) };
}, 50_000);

const logit = (score: number) => {
  const share = Math.min(1 - LEAST, Math.max(LEAST, score));
  return Math.log(share / (1 - share));
};

const isArabic = (text: string) => /\p{Script=Arabic}/u.test(text);

/** What the names like one that was asked for say of each kind of list. */
function evidenceOf(hits: readonly ScoredName[]): number[] {
  const most = Math.max(...hits.map(({ score }) => logit(score)));
  const sums = Array.from({ length: LIST_TRADITIONS.length + 1 }, () => 0);
  for (const { name, score } of hits) {
    if (logit(score) < most - RIVALS) continue;
    const like = LIKENESS * (logit(score) - most);
    signsOf(name).ofKinds.forEach((nats, kind) => {
      sums[kind] = (sums[kind] ?? 0) + Math.exp(like + LETTERS * nats);
    });
  }
  return sums;
}

/** Shares of the kinds of which names are drawn one by one: expectation maximisation. */
function sharesOf(evidence: readonly (readonly number[])[]): number[] {
  const kinds = LIST_TRADITIONS.length + 1;
  let shares = Array.from({ length: kinds }, () => 1 / kinds);
  for (let round = 0; round < ROUNDS; round += 1) {
    const counts = shares.map(() => AT_FIRST);
    for (const sums of evidence) {
      const parts = shares.map((share, kind) => share * (sums[kind] ?? 0));
      const all = parts.reduce((sum, part) => sum + part, 0);
      parts.forEach((part, kind) => (counts[kind] = (counts[kind] ?? 0) + part / all));
    }
    const all = counts.reduce((sum, count) => sum + count, 0);
    shares = counts.map((count) => count / all);
  }
  return shares;
}

/**
 * The tradition that a list of Latin names is spelled in, as far as names that were asked of it in Arabic tell.
 * One hand writes one way: where Hüseyin and Houssein are as like to حسين, the one is likelier that is spelled as
 * what else was found in the list. It moves names that are as good as equally like, no others.
 */
export class ListTradition {
  /** Share of the list that each tradition has; together at most 1, the rest is of any other kind. */
  readonly shares: Readonly<Record<ListedTradition, number>>;
  private readonly leaning: readonly number[];

  /** @param shares of the three known kinds and of all others */
  constructor(shares: readonly number[]) {
    const [english = 0, french = 0, turkish = 0] = shares;
    this.shares = { english, french, turkish };
    const one = shares.map((share) => share ** ONE_HAND);
    const all = one.reduce((sum, share) => sum + share, 0);
    this.leaning = one.map((share) => share / all);
  }

  /** Learns it from searches: see `TraditionLearner`. */
  static of(searches: Iterable<AskedOfList>): ListTradition {
    const learner = new TraditionLearner();
    for (const search of searches) learner.take(search);
    return learner.learned();
  }

  /**
   * Puts the names of the list that are spelled as the list is before others that are as like.
   * @param hits of the list, best first; equal ones stay in their order
   * @returns the hits, best first; the best has the score that the best had, the others as much less as they fit less
   */
  lean<Hit extends ScoredName>(asked: string, hits: readonly Hit[]): Hit[] {
    if (!isArabic(asked)) return [...hits];
    const top = hits.reduce((best, { score }) => Math.max(best, score), 0);
    const rival = logit(top) - RIVALS;
    const leaned = hits.map(({ name, score }) => {
      const likeness = logit(score);
      return likeness < rival ? likeness : likeness + LEAN * this.bend(name);
    });
    const most = Math.max(...leaned);
    return hits
      .map((hit, at) => ({ ...hit, score: less(top, most - (leaned[at] ?? 0)) }))
      .sort((a, b) => b.score - a.score);
  }

  /** Logarithm of how much likelier the list has a name so spelled than lists of all known traditions together. */
  private bend(name: string): number {
    if (isArabic(name)) return 0;
    const likely = signsOf(name).ofKnown.map(Math.exp);
    // Of several words the mean is no more 1: what is shared evenly must bend nothing.
    const even = likely.reduce((sum, each) => sum + each, 0) / likely.length;
    const odds = likely.reduce(
      (sum, each, kind) => sum + ((this.leaning[kind] ?? 0) * each) / even,
      this.leaning[LIST_TRADITIONS.length] ?? 1,
    );
    return Math.log(odds);
  }
}

/** Learns the tradition of a list from searches in it, as they come: the more the better, from some fifty on. */
export class TraditionLearner {
  private readonly evidence: (readonly number[])[] = [];

  /** Names asked for in other letters than Arabic and hits in other letters than Latin say nothing. */
  take({ asked, hits }: AskedOfList): void {
    if (!isArabic(asked)) return;
    const across = hits.filter(({ name }) => !isArabic(name));
    if (across.length > 0) this.evidence.push(evidenceOf(across));
  }

  /** What is known by now: a list of which nothing is known leans to nothing. */
  learned(): ListTradition {
    return new ListTradition(sharesOf(this.evidence));
  }
}

/** A score that is so many nats of odds less. */
function less(score: number, nats: number): number {
  return nats === 0 ? score : 1 / (1 + Math.exp(nats - logit(score)));
}
