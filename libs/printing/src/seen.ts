import reshaper from 'arabic-reshaper';
import bidiFactory from 'bidi-js';
import { withNumbersApart, withoutMarks } from './numbers.js';

const bidi = bidiFactory();
const arabic = /[\p{Script=Arabic}\ufb50-\ufdff\ufe70-\ufefc]/u;
const LEFT_TO_RIGHT_OVERRIDE = '\u202d';
const POP_DIRECTIONAL = '\u202c';

/**
 * One line of text for what neither joins Arabic letters nor orders them (paper, most terminals):
 * letters in their joined shapes, one column each, in the order in which they are seen.
 *
 * @param direction of the line as a whole; left out: that of its first letter.
 */
export function asSeen(text: string, direction: 'ltr' | 'rtl' | 'auto' = 'auto'): string {
  if (!arabic.test(text) && direction !== 'rtl') return text;
  const shaped = reshaper.convertArabic(withNumbersApart(text));
  return withoutMarks(bidi.getReorderedString(shaped, bidi.getEmbeddingLevels(shaped, direction)));
}

/**
 * Keeps terminals that do order Arabic from turning lines of {@link asSeen} round a second time.
 * The marks take no column, so they are put on last, when everything is aligned.
 */
export function inSeenOrder(lines: string): string {
  return lines
    .split('\n')
    .map((line) =>
      arabic.test(line) ? `${LEFT_TO_RIGHT_OVERRIDE}${line}${POP_DIRECTIONAL}` : line,
    )
    .join('\n');
}
