import { normalise } from './normalise.js';
import { skeletonOf } from './skeleton.js';
import { compileToken, type CompiledToken } from './arabic-model.js';
import { pieceOf } from './spelling-of.js';
import { LatinWord } from './latin-model.js';
import { soundWord, type SoundWord } from './sound-model.js';
import { NAME_ROLES, type NameToken, type Script } from './types.js';

/** A word made ready to be compared: with its own script, and with the other. */
export interface ComparableWord {
  /** For remembering pairs. */
  readonly number: number;
  readonly folded: string;
  readonly script: Script;
  /** For meeting Arabic words, if it is one. */
  readonly compiled: CompiledToken | null;
  /** For meeting Latin words, if it is one. */
  readonly latin: LatinWord | null;
  readonly sound: SoundWord | null;
}

/** What is computed once a word and kept while it is in use. */
export interface TokenFacts {
  readonly word: ComparableWord;
  /** All its letters as one word, where it is a compound: the other name may be written so. */
  readonly whole: ComparableWord;
  /** Key under which the token is counted: the same in both scripts, head included. */
  readonly frequencyKey: string;
  /** First letter of that key, and its length: what tells quickly that two words are not one. */
  readonly keyStart: number;
  readonly keyLength: number;
  /** Its roles as bits, in the order of `NAME_ROLES`. */
  readonly roles: number;
  /** True where only the first letter of the name is written. */
  readonly initial: boolean;
}

/** Words remembered; all are forgotten when full, so memory is bounded. */
const MOST_WORDS = 200_000;

/** Words numbered apart from each other: a pair of numbers below this square is one key. */
export const NUMBER_SPACE = 2 ** 26;

const byToken = new WeakMap<NameToken, TokenFacts>();
const words = new Map<string, ComparableWord>();
let next = 0;

/** What tells words apart for a comparison. */
export function wordKey({ folded, spelling }: NameToken): string {
  return `${folded}|${spelling}`;
}

function wordOf(
  { folded, spelling, script }: Pick<NameToken, 'folded' | 'spelling' | 'script'>,
  key: string,
): ComparableWord {
  const known = words.get(key);
  if (known !== undefined) return known;
  if (words.size >= MOST_WORDS) words.clear();
  next = (next + 1) % NUMBER_SPACE;
  const word = {
    number: next,
    folded,
    script,
    compiled: script === 'arabic' ? compileToken(folded) : null,
    latin: script === 'latin' ? new LatinWord(withoutArticle(spelling, folded)) : null,
    sound: script === 'other' ? null : soundWord(spelling, folded, script),
  };
  words.set(key, word);
  return word;
}

/** The letters of a Latin word that its folded form has. */
function withoutArticle(spelling: string, folded: string): string {
  return spelling === folded ? spelling : (pieceOf(spelling, folded, true) ?? folded);
}

/** A compound as the one word that it may be written as. */
export function asOneWord(token: NameToken): NameToken {
  const folded = normalise(token.whole).replace(/[^\p{L}]/gu, '');
  return { ...token, head: null, folded, spelling: token.whole };
}

function wholeOf(token: NameToken): ComparableWord {
  const one = asOneWord(token);
  return wordOf(one, wordKey(one));
}

/** Most pairs of neighbours that might be one word are never held against another: their words wait until they are. */
class Facts implements TokenFacts {
  readonly frequencyKey: string;
  readonly keyStart: number;
  readonly keyLength: number;
  readonly initial: boolean;
  readonly roles: number;
  private ownWord: ComparableWord | null = null;
  private ownWhole: ComparableWord | null = null;

  constructor(private readonly token: NameToken) {
    const skeleton = skeletonOf(token);
    this.frequencyKey = skeleton === '' ? token.folded : skeleton;
    this.keyStart = this.frequencyKey.charCodeAt(0);
    this.keyLength = this.frequencyKey.length;
    this.initial = token.folded.length === 1;
    this.roles = token.roles.reduce((bits, role) => bits | (1 << NAME_ROLES.indexOf(role)), 0);
  }

  get word(): ComparableWord {
    return (this.ownWord ??= wordOf(this.token, wordKey(this.token)));
  }

  get whole(): ComparableWord {
    return (this.ownWhole ??= this.token.head === null ? this.word : wholeOf(this.token));
  }
}

/** The facts of a token, computed when first asked for. */
export function factsOf(token: NameToken): TokenFacts {
  const known = byToken.get(token);
  if (known !== undefined) return known;
  const facts = new Facts(token);
  byToken.set(token, facts);
  return facts;
}

/** Key under which a word is counted: the same for what sounds alike in both scripts. */
export function frequencyKeyOf(token: NameToken): string {
  return factsOf(token).frequencyKey;
}
