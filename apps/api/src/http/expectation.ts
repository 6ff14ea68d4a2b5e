import type { StandardSchemaV1 } from '@standard-schema/spec';

/** Zod's issues carry more than the standard asks for. */
export interface Issue extends StandardSchemaV1.Issue {
  code?: string;
  keys?: readonly string[];
  values?: readonly unknown[];
  options?: readonly unknown[];
  expected?: string;
  origin?: string;
  format?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  inclusive?: boolean;
  divisor?: number;
  /** Of a key that is refused: what is wrong with it. */
  issues?: readonly Issue[];
  /** Of a union: what is wrong with the value as each of its shapes. */
  errors?: readonly (readonly Issue[])[];
}

/** What the library says where nobody has written a message: never shown. */
const ofLibrary = /^(?:Invalid|Too small|Too big|Unrecognized)\b/;

/** What was expected where an issue is, in plain words: our own message where there is one. */
export function expectation(issue: Issue): string {
  if (issue.code === 'invalid_value') return oneOf(issue.values ?? []);
  return ofLibrary.test(issue.message) ? inPlainWords(issue) : issue.message;
}

function inPlainWords(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return bounded(issue, 'least', issue.minimum);
    case 'too_big':
      return bounded(issue, 'most', issue.maximum);
    case 'invalid_type':
      return types[issue.expected ?? ''] ?? 'another kind of value';
    case 'invalid_format':
      return formats[issue.format ?? ''] ?? 'a text of the form that the API page tells';
    case 'invalid_union':
      return issue.options === undefined ? otherShape : oneOf(issue.options);
    case 'invalid_key':
      return `a field name that is ${(issue.issues ?? []).map(expectation).join(', ') || 'another'}`;
    case 'not_multiple_of':
      return `a multiple of ${String(issue.divisor)}`;
    default:
      return otherShape;
  }
}

const otherShape = 'one of the forms that the API page tells';

function bounded(
  { origin, inclusive }: Issue,
  side: 'least' | 'most',
  bound: number | bigint = 0,
): string {
  const count = String(bound);
  const one = count === '1';
  if (origin === 'string')
    return `a text of at ${side} ${count} ${one ? 'character' : 'characters'}`;
  if (origin === 'array' || origin === 'set') {
    return `a list of at ${side} ${count} ${one ? 'item' : 'items'}`;
  }
  if (inclusive === false) return `a number ${side === 'least' ? 'over' : 'under'} ${count}`;
  return `a number of at ${side} ${count}`;
}

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a JSON object',
  record: 'a JSON object',
  null: 'null',
};

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address, as name@example.org',
  uuid: 'an id, as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e',
  date: 'a day, as 2026-03-01',
  datetime: 'an instant, as 2026-03-01T00:00:00Z',
  url: 'an address, as https://example.org',
};

function oneOf(values: readonly unknown[]): string {
  return `one of ${values.map(String).join(', ')}`;
}
