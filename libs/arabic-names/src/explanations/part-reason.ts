import { isArticle } from '../compounds.js';
import { generalFrequencies, shareOf } from '../frequencies.js';
import { areManAndWoman } from '../likeness.js';
import { skeletonOf } from '../skeleton.js';
import { traditionOfToken } from '../traditions/tradition-of-token.js';
import type { Tradition } from '../traditions/traditions.js';
import type {
  AlignedPart,
  AlignmentCode,
  NameFrequencies,
  NameHead,
  NameRole,
  NameToken,
  ParsedName,
} from '../types.js';
import { confusionOf } from './letter-confusions.js';

export const PART_NOTES = [
  /** One side has the first letter only. */
  'initial',
  /** جميل beside جميلة. */
  'man-and-woman',
  /** One is a compound (عبد, أبو, أم, ذو), the other has not its head. */
  'head',
  /** One has الحاج or الشيخ before it, the other has not. */
  'title',
  /** One has أوغلو behind it, the other has not. */
  'son-of',
  /** One compound, as two words on one side, as one on the other. */
  'compound',
  /** One has the article, the other has not. */
  'article',
  'other-script',
  /** They differ in dots (ب ت ث ن ي, ج ح خ …). */
  'dots',
  /** They differ in letters that sound alike (ذ ز, ق غ …). */
  'hearing',
  'one-letter',
] as const;
/** What is to be said of two parts that met, besides how alike they are. */
export type PartNote = (typeof PART_NOTES)[number];

/**
 * Why a line of an alignment is what it is: codes and values, from which `explainReason` makes a sentence. What is kept where names
 * must not be read should be its codes alone: `share`, and the bits of a part, tell how rare the name is.
 */
export interface PartReason {
  readonly code: AlignmentCode;
  readonly role: NameRole | null;
  readonly note: PartNote | null;
  /** How the Latin side is plainly spelled, or both sides where they differ in that; else empty. */
  readonly traditions: readonly Tradition[];
  /** True where they agree on a part that is common. */
  readonly common: boolean;
  /**
   * About how many of a hundred name parts in all roles are such a common one, names of the same consonants
   * (محمد, محمود) together; null where it is not common. It can tell which name it is: not to be kept where
   * names must not be read.
   */
  readonly share: number | null;
}

/** Parts of a smaller share are not called common. */
const COMMON = 0.01;
const AGREEING: ReadonlySet<AlignmentCode> = new Set(['same', 'same-sound', 'similar', 'moved']);

function wordsIn({ text }: NameToken): number {
  return text.split(' ').filter((word) => !isArticle(word)).length;
}

function isSameBehindHead(a: NameToken, b: NameToken): boolean {
  return skeletonOf({ ...a, head: null }) === skeletonOf({ ...b, head: null });
}

const NOTES_OF_HEADS: Readonly<Record<NameHead, PartNote>> = {
  abd: 'head',
  abu: 'head',
  umm: 'head',
  dhu: 'head',
  hajj: 'title',
  sheikh: 'title',
  oglu: 'son-of',
};

/** What is to be said of two parts of which one has another head: nothing where both have one. */
function noteOfHeads(a: NameToken, b: NameToken): PartNote | null {
  const [head, other] = [a.head ?? b.head, a.head === null ? null : b.head];
  if (head === null || other !== null || !isSameBehindHead(a, b)) return null;
  return NOTES_OF_HEADS[head];
}

function noteOf(code: AlignmentCode, a: NameToken, b: NameToken): PartNote | null {
  if (code === 'joined') return null;
  if ((a.folded.length === 1) !== (b.folded.length === 1)) return 'initial';
  if (a.head !== b.head) return noteOfHeads(a, b);
  if (areManAndWoman(a, b)) return 'man-and-woman';
  if (code === 'different') return confusionOf(a, b);
  if (wordsIn(a) !== wordsIn(b)) return 'compound';
  if (a.script !== b.script) return 'other-script';
  return a.article !== b.article && a.folded === b.folded ? 'article' : confusionOf(a, b);
}

/** The rarer of the two: an error may have made a common name of one. */
function shareOfPair(a: NameToken, b: NameToken, frequencies: NameFrequencies): number | null {
  const share = Math.min(shareOf(a, frequencies), shareOf(b, frequencies));
  return share < COMMON ? null : Math.round(share * 100);
}

function traditionsOfPair(
  [a, b]: readonly [NameToken, NameToken],
  left: ParsedName,
  right: ParsedName,
): Tradition[] {
  const [own, other] = [traditionOfToken(left, a), traditionOfToken(right, b)];
  return own === other ? [] : [own, other].filter((each) => each !== null);
}

/** The role in which two parts met: where several are possible the likeliest of the left name's, else of the right's. */
function roleOf({ left, right, leftRole, rightRole }: AlignedPart, a: ParsedName, b: ParsedName) {
  const usual = leftRole ?? rightRole;
  if (left === null || right === null) return usual;
  const [own, other] = [a.tokens[left]?.roles ?? [], b.tokens[right]?.roles ?? []];
  const likely = [a.readings[0]?.[left], b.readings[0]?.[right]];
  const both = (role: NameRole | undefined) =>
    role !== undefined && own.includes(role) && other.includes(role);
  return likely.find(both) ?? usual;
}

/**
 * Why a line of the alignment of two names is what it is.
 * @param part a line of `compareNames(left, right, frequencies).alignment`
 */
export function reasonOf(
  part: AlignedPart,
  left: ParsedName,
  right: ParsedName,
  frequencies: NameFrequencies = generalFrequencies(),
): PartReason {
  const { code } = part;
  const role = roleOf(part, left, right);
  const a = left.tokens[part.left ?? -1];
  const b = right.tokens[part.right ?? -1];
  if (a === undefined || b === undefined) {
    return { code, role, note: null, traditions: [], common: false, share: null };
  }
  const agree = AGREEING.has(code);
  const share = agree ? shareOfPair(a, b, frequencies) : null;
  return {
    code,
    role,
    note: noteOf(code, a, b),
    traditions: agree && a.folded !== b.folded ? traditionsOfPair([a, b], left, right) : [],
    common: share !== null,
    share,
  };
}
