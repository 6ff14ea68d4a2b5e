import { PassThrough } from 'node:stream';
import type { Screen } from '../output.js';
import { renderTable } from './table.js';

const terminal = (columns: number): Screen =>
  Object.assign(new PassThrough(), { isTTY: true, columns });
const visible = (line: string) => line.replace(/[\u202c\u202d]/g, '').length;

describe('renderTable', () => {
  const rows = [
    ['حسين عبد الرحمن نبيل التيسير', '+1.0  The family name is the same in another way.'],
  ];

  it('is no wider than the terminal, wrapping words under each other', () => {
    const lines = renderTable(terminal(60), ['name', 'why'], rows, [20, 60]).split('\n');
    expect(Math.max(...lines.map(visible))).toBeLessThanOrEqual(60);
    expect(lines.join('\n')).toMatch(/│ {7}\S/);
  });

  it('breaks Arabic names before their letters are ordered, first words on the first line', () => {
    const [, , , first = ''] = renderTable(terminal(60), ['name', 'why'], rows, [20, 60]).split(
      '\n',
    );
    // Final noon of حسين: the first word stands rightmost in the first line.
    expect(first).toContain('\ufee6\ufef4\ufeb4\ufea3');
  });

  it('leaves Arabic in its own order in a file', () => {
    expect(renderTable(new PassThrough(), ['name', 'why'], rows, [40, 60])).toContain(rows[0]?.[0]);
  });
});
