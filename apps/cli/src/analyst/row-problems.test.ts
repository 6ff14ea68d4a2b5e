import { PassThrough } from 'node:stream';
import { Output } from '../output.js';
import { RowProblems } from './row-problems.js';

function told(all: boolean, work: (problems: RowProblems) => void): string[] {
  const stderr = new PassThrough();
  const problems = new RowProblems('pool.csv', new Output(new PassThrough(), stderr), all);
  work(problems);
  problems.end();
  return String(stderr.read() ?? '')
    .trimEnd()
    .split('\n');
}

const noName = { column: 'name', code: 'missing-name', expected: 'a name' };

describe('what is wrong with the rows of a list', () => {
  it('is told of each of a few, by line and column', () => {
    const lines = told(false, (problems) => {
      problems.add(2, noName);
      problems.add(3, { column: 'column 7', code: 'x', expected: 'six cells' });
      problems.add(4, { column: 'line', code: 'y', expected: 'an object' });
    });
    expect(lines).toEqual([
      'pool.csv: line 2, column name: expected a name',
      'pool.csv: line 3, column 7: expected six cells',
      'pool.csv: line 4: expected an object',
    ]);
  });

  it('is told together of the rest of very many, for each reason and column', () => {
    const lines = told(false, (problems) => {
      for (let line = 2; line <= 20_001; line += 1) problems.add(line, noName);
      problems.add(20_002, { column: 'id', code: 'missing-id', expected: 'an id' });
      problems.add(20_005, noName);
    });
    expect(lines).toHaveLength(22);
    expect(lines.at(-2)).toBe('pool.csv: line 20002, column id: expected an id');
    expect(lines.at(-1)).toBe(
      'pool.csv: 19981 more rows, column name, for the same reason: lines 22-20001, 20005 (--all-errors names each)',
    );
  });

  it('is told of each of very many where that is asked for', () => {
    const lines = told(true, (problems) => {
      for (let line = 2; line <= 101; line += 1) problems.add(line, noName);
    });
    expect(lines).toHaveLength(100);
  });

  it('stays short where the bad rows stand far and wide', () => {
    const lines = told(false, (problems) => {
      for (let line = 2; line <= 20_000; line += 2) problems.add(line, noName);
    });
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toMatch(/9980 more rows.*lines 42, 44, .* 60 \.\.\. \(/);
  });
});
