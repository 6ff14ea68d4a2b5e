import { normalise } from '../normalise.js';
import { remembered } from '../remembered.js';
import type { NameToken, ParsedName } from '../types.js';
import { traditionsOf, type Tradition } from './traditions.js';

/** A tradition less likely than this is not named. */
const SURE = 0.8;

/** Written words of a name by the words that they are folded to. */
function writtenWords({ original }: ParsedName): Map<string, string> {
  const words = original.split(/[^\p{L}\p{M}\p{Nd}'’‘ʼʾʿ]+/u).filter(Boolean);
  return new Map(words.map((word) => [normalise(word), word]));
}

/** The tradition of a Latin word, where it is hardly another. */
const sureTradition = remembered((written): Tradition | null => {
  const [first] = traditionsOf(written);
  return first !== undefined && first.share >= SURE ? first.tradition : null;
}, 20_000);

const known = new WeakMap<ParsedName, Map<NameToken, Tradition | null>>();

/** The tradition that a Latin part of a name is plainly spelled in; null where it follows several. */
export function traditionOfToken(name: ParsedName, token: NameToken): Tradition | null {
  if (token.script !== 'latin') return null;
  let ofTokens = known.get(name);
  if (ofTokens === undefined) {
    const written = writtenWords(name);
    const latin = name.tokens.filter(({ script }) => script === 'latin');
    const inWords = (text: string) => text.split(' ').map((word) => written.get(word) ?? word);
    ofTokens = new Map(latin.map((each) => [each, sureTradition(inWords(each.text).join(' '))]));
    known.set(name, ofTokens);
  }
  return ofTokens.get(token) ?? null;
}
