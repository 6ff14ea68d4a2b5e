import reshaper from 'arabic-reshaper';
import bidiFactory from 'bidi-js';
import { withNumbersApart, withoutMarks } from './numbers.js';

/** A stretch of a line that runs in one direction; its letters in the order of reading. */
export interface Run {
  text: string;
  rtl: boolean;
}

interface Stretch {
  text: string;
  level: number;
}

const bidi = bidiFactory();
const arabic = /\p{Script=Arabic}/u;
/** Joined shapes have no anchors for them, so they would stand beside their letters. */
const vowelSigns = /[\u064b-\u0652\u0670]/gu;

/**
 * A line of text as runs in the order in which they stand from the left, letters in their joined
 * shapes. For what turns a run from the right by itself, as the layout of fonts does with runs in
 * which an Arabic letter tells it to; others are turned here. Vowel signs are left out.
 *
 * @param direction of the line as a whole.
 */
export function runsOf(line: string, direction: 'ltr' | 'rtl'): Run[] {
  const shaped = reshaper.convertArabic(withNumbersApart(line.replace(vowelSigns, '')));
  const embedding = bidi.getEmbeddingLevels(shaped, direction);
  const mirrors = bidi.getMirroredCharactersMap(shaped, embedding.levels);
  const stretches: Stretch[] = [];
  for (let at = 0; at < shaped.length; at += 1) {
    const level = embedding.levels[at] ?? 0;
    const letter = mirrors.get(at) ?? shaped.charAt(at);
    const last = stretches.at(-1);
    if (last?.level === level) last.text += letter;
    else stretches.push({ text: letter, level });
  }
  return inSeenOrder(stretches).flatMap(({ text: marked, level }) => {
    const rtl = level % 2 === 1;
    const text = withoutMarks(marked);
    if (text === '') return [];
    return { text: !rtl || arabic.test(text) ? text : [...text].reverse().join(''), rtl };
  });
}

/** Rule L2 of the Unicode bidirectional algorithm (UAX 9), over stretches of one level. */
function inSeenOrder(stretches: readonly Stretch[]): Stretch[] {
  const order = [...stretches];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to += 1;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return order;
}
