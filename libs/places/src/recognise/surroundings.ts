import { withoutProclitics } from './proclitics.js';
import type { Word } from './read-words.js';
import type { Stretch } from './stretch.js';
import {
  ARTICLES,
  LINKS,
  PERSONAL,
  STOPS,
  THINGS,
  cueOf,
  withoutArticle,
  type Cue,
} from './words.js';

/** What the words around a stretch say of it. */
export interface Surroundings {
  readonly cue: Cue | undefined;
  /** It belongs to the name of something else (شارع بغداد). */
  readonly isThing: boolean;
  /** The word before it makes it the name of a person. */
  readonly isPerson: boolean;
  /** Its piece of the text, between commas, says nothing else. */
  readonly wholePiece: boolean;
  /** The text says nothing else. */
  readonly wholeText: boolean;
}

const isFiller = (word: string) => ARTICLES.has(word) || LINKS.has(word);

const formsOf = (word: string) => [word, ...withoutProclitics(word)];
const isIn = (words: ReadonlySet<string>, word: string) =>
  formsOf(word).some((form) => words.has(form) || words.has(withoutArticle(form)));
function cueIn(word: string | undefined): Cue | undefined {
  const forms = word === undefined ? [] : formsOf(word);
  return forms.map(cueOf).find((cue) => cue !== undefined);
}

/** Looks around one of the stretches of a text. */
export function surroundingsOf(
  words: readonly Word[],
  stretches: readonly Stretch[],
  stretch: Stretch,
): Surroundings {
  const before = wordBefore(words, stretch);
  const after = wordAfter(words, stretch);
  const isTaken = (at: number) =>
    stretches.some(({ first, last, hits, usage }) => {
      const clear = usage === 'plain' && hits.some(({ sure }) => sure);
      return at >= first && at <= last && (clear || first === stretch.first);
    });
  const silent = (at: number) => isTaken(at) || saysNothing(words[at]?.text ?? '');
  const indices = [...words.keys()];
  const { segment } = words[stretch.first] ?? { segment: 0 };
  return {
    cue: cueIn(before) ?? (after === undefined ? undefined : cueOf(after)),
    isThing: [before, after].some((word) => word !== undefined && isIn(THINGS, word)),
    isPerson: before !== undefined && PERSONAL.has(before),
    wholePiece: indices.filter((at) => words[at]?.segment === segment).every(silent),
    wholeText: indices.every(silent),
  };
}

function saysNothing(word: string): boolean {
  return isFiller(word) || isIn(STOPS, word) || cueIn(word) !== undefined;
}

/** The word before, links left out in Latin letters (governorate of Homs); none across a comma. */
function wordBefore(words: readonly Word[], { first, skip }: Stretch): string | undefined {
  if (skip > 0) return undefined;
  const start = words[first];
  let at = first - 1;
  while (words[at]?.script === 'latin' && isFiller(words[at]?.text ?? '')) at -= 1;
  const word = words[at];
  return word !== undefined && word.segment === start?.segment ? word.text : undefined;
}

/** In Arabic what follows speaks of the name only with its article (حمص المدينة). */
function wordAfter(words: readonly Word[], { last }: Stretch): string | undefined {
  const [end, word] = [words[last], words[last + 1]];
  if (word === undefined || word.segment !== end?.segment) return undefined;
  return word.script === 'latin' || withoutArticle(word.text) !== word.text ? word.text : undefined;
}
