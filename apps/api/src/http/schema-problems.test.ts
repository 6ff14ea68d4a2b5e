import { z } from 'zod';
import { problemsOfIssues } from './schema-problems.js';

const inner = z.strictObject({ x: z.string() });
const schema = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(2),
  text: z.string().min(2).max(3),
  own: z.string().max(1, 'one letter'),
  count: z.int().min(0).max(5),
  over: z.number().gt(0),
  mail: z.email(),
  pattern: z.string().regex(/^a$/),
  flag: z.boolean(),
  object: inner,
  word: z.enum(['a', 'b']),
  map: z.record(z.string().max(2), z.string()),
  either: z.union([z.strictObject({ one: z.string(), sure: z.number() }), inner]),
});

const problemsOf = (value: unknown) =>
  problemsOfIssues(schema.safeParse(value).error?.issues ?? [], '');

const wrong = {
  ids: [],
  text: 'a',
  own: 'ab',
  count: 9,
  over: 0,
  mail: 'x',
  pattern: 'b',
  flag: 'yes',
  object: [],
  word: 'c',
  map: { aaa: 'x' },
  either: { one: 'x' },
};

describe('problems of a body', () => {
  it('name field and expectation in plain words', () => {
    const told = problemsOf(wrong).map(({ field, expected }) => [field, expected]);
    expect(Object.fromEntries(told)).toEqual({
      '/ids': 'a list of at least 1 item',
      '/text': 'a text of at least 2 characters',
      '/own': 'one letter',
      '/count': 'a number of at most 5',
      '/over': 'a number over 0',
      '/mail': 'an e-mail address, as name@example.org',
      '/pattern': 'a text of the form that the API page tells',
      '/flag': 'true or false',
      '/object': 'a JSON object',
      '/word': 'one of a, b',
      '/map/aaa': 'a field name that is a text of at most 2 characters',
      '/either/sure': 'a number',
    });
  });

  it('have none of the library’s words, and say what to do', () => {
    for (const value of [wrong, {}, null, { ids: ['x'] }]) {
      for (const { expected, fix } of problemsOf(value)) {
        expect(`${expected} ${fix}`).not.toMatch(/Too |Invalid|expected|received|[<>]=|undefined/);
        expect(fix).toMatch(/^(Add|Correct) the (field|value)/);
      }
    }
  });
});
