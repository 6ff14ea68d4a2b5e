import { setImmediate as othersTurn } from 'node:timers/promises';
import { Paper, WHOLE, type Column } from './paper.js';
import { BOXES_HEIGHT, printBoxes } from './print-boxes.js';
import { printHead } from './print-head.js';
import type { PrintedField, PrintedForm, PrintedSection } from './printed-form.js';

const LABEL = { size: 11 } as const;
const HINT = { size: 8, grey: true } as const;
const COLUMN = { size: 7, grey: true } as const;
const GAP = 16;
const LINE = 24;
const OPTION = { size: 10 } as const;
const OPTIONS_LINE = 18;
const TYPING = { size: 8, grey: true } as const;
/** The title of a section and the room above it. */
const TITLE = 40;

/**
 * A form as a PDF of A4 sheets in which nothing is interactive: it is printed, filled in by hand and
 * typed in later. The same form gives the same sheets. Laying out Arabic letters takes a second for a
 * whole form, so that other work of the process is let in after each row of fields.
 */
export async function printForm(form: PrintedForm): Promise<Buffer> {
  const rtl = form.language === 'ar';
  const paper = new Paper(rtl ? 'rtl' : 'ltr', form.title, form.language);
  paper.y += paper.write(form.title, { size: 20, bold: true });
  if (form.organisation) paper.y += paper.write(form.organisation, { size: 12 });
  for (const sentence of form.introduction) paper.y += paper.write(sentence, { size: 10 });
  for (const sentence of form.typing ?? []) paper.y += paper.write(sentence, TYPING);
  for (const section of form.sections) await printSection(paper, section, rtl);
  return paper.end(form.foot, (sheet, sheets) => printHead(paper, form, sheet, sheets));
}

async function printSection(
  paper: Paper,
  { title, fields, together = false }: PrintedSection,
  rtl: boolean,
): Promise<void> {
  const rows: MeasuredRow[] = [];
  for (const row of rowsOf(fields)) {
    rows.push(measured(paper, row, rtl));
    await othersTurn();
  }
  const whole = rows.reduce((sum, { height }) => sum + height, 0);
  paper.keepTogether(together ? whole + TITLE : 110);
  paper.y += 10;
  paper.y += paper.write(title, { size: 14, bold: true });
  for (const { row, columns, height } of rows) {
    paper.keepTogether(height);
    row.forEach((field, at) => printField(paper, field, columns[at] ?? WHOLE, rtl));
    paper.y += height;
    await othersTurn();
  }
}

interface MeasuredRow {
  row: readonly PrintedField[];
  columns: readonly Column[];
  height: number;
}

function measured(paper: Paper, row: readonly PrintedField[], rtl: boolean): MeasuredRow {
  const columns = row.length === 2 ? halves(rtl) : [WHOLE];
  const heights = row.map((field, at) => heightOf(paper, field, columns[at] ?? WHOLE));
  return { row, columns, height: Math.max(...heights) };
}

/** Fields of half width stand beside each other, two by two. */
function rowsOf(fields: readonly PrintedField[]): PrintedField[][] {
  const rows: PrintedField[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.half && last?.length === 1 && last[0]?.half) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** The first half is where reading begins. */
function halves(rtl: boolean): [Column, Column] {
  const width = (WHOLE.width - GAP) / 2;
  const left = { x: WHOLE.x, width };
  const right = { x: WHOLE.x + width + GAP, width };
  return rtl ? [right, left] : [left, right];
}

function heightOf(paper: Paper, field: PrintedField, column: Column): number {
  const hint = field.hint ? paper.heightOf(field.hint, HINT, column) : 0;
  const room = field.options
    ? optionRows(paper, field.options, column).length * OPTIONS_LINE + 4
    : field.boxes
      ? BOXES_HEIGHT
      : (field.lines ?? 1) * LINE;
  return paper.heightOf(field.label, LABEL, beside(paper, field, column)) + hint + room + 4;
}

/** What is left of a column for the label, beside the name that the field is typed in under. */
function beside(paper: Paper, field: PrintedField, { x, width }: Column): Column {
  if (field.column === undefined) return { x, width };
  const taken = paper.asideWidth(field.column, COLUMN) + 6;
  return { x: paper.direction === 'rtl' ? x + taken : x, width: width - taken };
}

function printField(paper: Paper, field: PrintedField, column: Column, rtl: boolean): void {
  if (field.column !== undefined) paper.aside(field.column, COLUMN, column, paper.y + 4);
  let y = paper.y + paper.write(field.label, LABEL, beside(paper, field, column));
  if (field.hint) y += paper.write(field.hint, HINT, column, y);
  if (field.options) return printOptions(paper, field.options, column, y, rtl);
  if (field.boxes) return printBoxes(paper, field.boxes, column, y + 2);
  for (let line = 1; line <= (field.lines ?? 1); line += 1) paper.rule(column, y + line * LINE - 4);
}

function printOptions(
  paper: Paper,
  options: readonly string[],
  column: Column,
  y: number,
  rtl: boolean,
): void {
  optionRows(paper, options, column).forEach((row, at) => {
    let from = rtl ? column.x + column.width : column.x;
    for (const option of row) {
      paper.box(option, OPTION, from, y + at * OPTIONS_LINE);
      const width = paper.boxWidth(option, OPTION) + GAP;
      from += rtl ? -width : width;
    }
  });
}

/** As many boxes beside each other as the column holds. */
function optionRows(paper: Paper, options: readonly string[], column: Column): string[][] {
  const rows: string[][] = [];
  let left = 0;
  for (const option of options) {
    const width = paper.boxWidth(option, OPTION);
    if (rows.length === 0 || left < width) {
      rows.push([]);
      left = column.width;
    }
    rows.at(-1)?.push(option);
    left -= width + GAP;
  }
  return rows;
}
