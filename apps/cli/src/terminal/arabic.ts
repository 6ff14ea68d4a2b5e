import reshaper from 'arabic-reshaper';
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
const arabic = /[\p{Script=Arabic}\ufb50-\ufdff\ufe70-\ufefc]/u;
const LEFT_TO_RIGHT_OVERRIDE = '\u202d';
const POP_DIRECTIONAL = '\u202c';

/**
 * Arabic as a terminal shows it that neither joins letters nor orders them (most do not): letters in
 * their joined shapes, one column each, in the order in which they stand on the screen.
 */
export function asSeen(text: string): string {
  if (!arabic.test(text)) return text;
  const shaped = reshaper.convertArabic(text);
  return bidi.getReorderedString(shaped, bidi.getEmbeddingLevels(shaped));
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
