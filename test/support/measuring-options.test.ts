import { BadOption, jsonOf, oneOf, optionsOf, wholeNumber } from './measuring-options.js';

const known = { queries: { type: 'string', default: '5' }, full: { type: 'boolean' } } as const;

describe('the options of a measuring command', () => {
  it('are read', () => {
    const options = optionsOf(known, ['--full', '--queries', '7']);
    expect(options.full).toBe(true);
    expect(wholeNumber('queries', options.queries)).toBe(7);
    expect(oneOf('pool', 'mixed', ['plain', 'mixed'])).toBe('mixed');
    expect(jsonOf('noise', '{"a":1}')).toEqual({ a: 1 });
  });

  it.each([
    [
      'one that there is not',
      () => optionsOf(known, ['--nonsense']),
      /--nonsense.*--queries, --full/,
    ],
    ['a word beside them', () => optionsOf(known, ['nonsense']), /nonsense.*--queries, --full/],
    ['one without its value', () => optionsOf(known, ['--queries']), /--queries/],
    [
      'a value that looks like one',
      () => optionsOf(known, ['--queries', '-3']),
      /^[^\n]*--full\.$/,
    ],
    ['a word for a number', () => wholeNumber('queries', 'abc'), /--queries.*whole number from 1/],
    ['nothing for a number', () => wholeNumber('queries', ''), /--queries/],
    ['a number below the least', () => wholeNumber('seed', '-1', 0), /--seed.*from 0/],
    ['a fraction', () => wholeNumber('queries', '1.5'), /--queries/],
    [
      'a choice that there is not',
      () => oneOf('pool', 'x', ['plain', 'hard']),
      /--pool.*plain, hard/,
    ],
    ['broken JSON', () => jsonOf('noise', '{a}'), /--noise.*JSON/],
    ['JSON that is no object', () => jsonOf('noise', '3'), /--noise.*JSON/],
  ])('are refused in one line: %s', (_, read, sentence) => {
    expect(read).toThrow(BadOption);
    expect(read).toThrow(sentence);
  });
});
