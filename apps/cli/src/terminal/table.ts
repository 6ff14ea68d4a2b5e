import Table from 'cli-table3';
import type { Screen } from '../output.js';
import { asSeen, inSeenOrder } from './arabic.js';

/**
 * A table for people: Arabic readable in any terminal, and in its own order where the output goes
 * to a file or a pipe.
 */
export function renderTable(screen: Screen, head: string[], rows: readonly string[][]): string {
  const onTerminal = screen.isTTY === true;
  const table = new Table({ head, style: { head: [], border: [] }, wordWrap: true });
  for (const row of rows) table.push(onTerminal ? row.map(asSeen) : [...row]);
  const text = table.toString();
  return onTerminal ? inSeenOrder(text) : text;
}
