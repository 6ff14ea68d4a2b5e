import type { Column, Paper } from './paper.js';

const NAME = { size: 8, grey: true } as const;
const GAP = 10;
const NAME_HEIGHT = 12;
const BOX_HEIGHT = 20;

/** How high boxes with their names are. */
export const BOXES_HEIGHT = NAME_HEIGHT + BOX_HEIGHT + 6;

/** Boxes to write in beside each other, from where reading begins, each with its name above it. */
export function printBoxes(
  paper: Paper,
  names: readonly string[],
  column: Column,
  y: number,
): void {
  const width = Math.min(70, (column.width - GAP * (names.length - 1)) / names.length);
  names.forEach((name, at) => {
    const from = at * (width + GAP);
    const rtl = paper.direction === 'rtl';
    const box = { x: rtl ? column.x + column.width - from - width : column.x + from, width };
    paper.write(name, NAME, box, y);
    paper.frame(box, y + NAME_HEIGHT, BOX_HEIGHT);
  });
}
