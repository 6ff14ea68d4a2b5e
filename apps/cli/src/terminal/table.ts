import Table from 'cli-table3';
import type { Screen } from '../output.js';
import { asSeen, inSeenOrder } from '@athar/printing';
import { wrap } from './wrap.js';

/** Borders and padding of cli-table3: three characters a column and one more. */
const FRAME = 3;
const STANDARD_COLUMNS = 120;
const LEAST = 12;

/**
 * A table for people: no wider than the terminal, Arabic readable in any of them; where the output
 * goes to a file or a pipe, Arabic stands in its own order.
 *
 * @param widths characters of each column; what is left of the terminal goes to the last one.
 */
export function renderTable(
  screen: Screen,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): string {
  const onTerminal = screen.isTTY === true;
  const fitted = fit(widths, screen.columns ?? STANDARD_COLUMNS);
  const cell = (text: string, column: number) => {
    const lines = text.split('\n').flatMap((line) => wrap(line, fitted[column] ?? LEAST));
    return (onTerminal ? lines.map((line) => asSeen(line)) : lines).join('\n');
  };
  const table = new Table({ head: head.map(cell), style: { head: [], border: [] } });
  for (const row of rows) table.push(row.map(cell));
  const text = table.toString();
  return onTerminal ? inSeenOrder(text) : text;
}

function fit(widths: readonly number[], columns: number): number[] {
  const first = widths.slice(0, -1);
  const taken = first.reduce((sum, width) => sum + width + FRAME, FRAME + 1);
  return [...first, Math.max(LEAST, Math.min(widths.at(-1) ?? LEAST, columns - taken))];
}
