import { HEAD, WHOLE, type Column, type Paper } from './paper.js';
import type { PrintedForm } from './printed-form.js';

const LABEL = { size: 9 } as const;
const COLUMN = { size: 7, grey: true } as const;
const GAP = 14;
const LINE = 15;

/**
 * Draws the head of one sheet: labels with a line to write on behind each, and which sheet it is of how
 * many where the line of reading ends.
 */
export function printHead(
  paper: Paper,
  { head = [], sheet }: Pick<PrintedForm, 'head' | 'sheet'>,
  at: number,
  of: number,
): void {
  const place = sheet.replace('{sheet}', String(at)).replace('{sheets}', String(of));
  // Two points more, since a text as wide as its column may be broken.
  const wide = paper.textWidth(place, LABEL) + 2;
  const rtl = paper.direction === 'rtl';
  paper.write(place, LABEL, part(rtl, WHOLE.width - wide, wide), HEAD);
  const each = (WHOLE.width - wide) / Math.max(1, head.length);
  head.forEach(({ label, column }, place) => {
    const from = place * each;
    const told = paper.textWidth(label, LABEL) + 2;
    paper.write(label, LABEL, part(rtl, from, told), HEAD);
    const line = part(rtl, from + told + 4, each - told - 4 - GAP);
    paper.rule(line, HEAD + LINE);
    if (column !== undefined) paper.aside(column, COLUMN, line, HEAD + LINE);
  });
}

/** So many points of the width, so far from where reading begins. */
function part(rtl: boolean, from: number, width: number): Column {
  return { x: rtl ? WHOLE.x + WHOLE.width - from - width : WHOLE.x + from, width };
}
