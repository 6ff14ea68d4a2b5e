import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The part of a JSON schema (OpenAPI 3.0) that is looked at here. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: Json[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  example?: Json;
}

interface Parameter {
  in: 'path' | 'query' | 'header';
  name: string;
  required?: boolean;
  schema?: Schema;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** A request that no route may accept, or one that only reads. */
export interface MalformedRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const nasty = [
  '',
  ' ',
  '\u0000',
  '%00',
  '%',
  '..%2f..',
  "' OR 1=1 --",
  '-1',
  '999999999999999999999',
  'NaN',
  'true',
  '[]',
  '\ud800',
  'أحمد',
  'a'.repeat(5000),
  '00000000-0000-0000-0000-00000000000g',
];

const someId = '11111111-1111-4111-8111-111111111111';
const encoded = (text: string) => Buffer.from(text).toString('base64url');

/** Values that have the form asked for and that a database fails on. */
const wellFormedButImpossible: Record<string, string[]> = {
  date: ['0000-02-01', '0000-01-01', '2026-02-30', '1899-12-31', '9999-12-32', '10000-01-01'],
  'date-time': [
    '0000-01-01T00:00:00Z',
    '2026-03-01T00:00:00+20:00',
    '2026-03-01T00:00:00-23:59',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-15:00',
    '2026-02-30T00:00:00Z',
    '2026-03-01T24:00:00Z',
  ],
  cursor: [
    `2026-99-99 00:00:00+00 ${someId}`,
    `2026-02-30 00:00:00+00 ${someId}`,
    `0000-01-01 00:00:00+00 ${someId}`,
    `2026-03-01 00:00:00+20 ${someId}`,
    `infinity ${someId}`,
    JSON.stringify(['9999999999999999', someId]),
    JSON.stringify(['99999999999999999999', someId]),
    JSON.stringify(['999999999', '999999999']),
    JSON.stringify(['1e308', someId]),
  ].map(encoded),
  integer: ['2147483648', '9223372036854775808', '1e400', '0x7fffffffffffffff', '-0', '1.5'],
};

const wrongValues: Json[] = [
  null,
  {},
  [],
  [[]],
  0,
  -1,
  1e300,
  true,
  '',
  '\u0000',
  'x'.repeat(9999),
];

/**
 * Requests that break the form of one route of the document in one place or more. Requests that
 * would write are always broken where the schema says it for sure: a required field gone, a value of
 * another type, an unknown field, JSON cut short, an id that is none.
 */
export function malformedRequests(document: OpenApi): fc.Arbitrary<MalformedRequest> {
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
  );
  return fc
    .constantFrom(...routes)
    .chain(({ path, method, operation }) => requestOf(document, path, method, operation));
}

function requestOf(document: OpenApi, path: string, method: string, operation: Operation) {
  const parameters = operation.parameters ?? [];
  const schema = operation.requestBody?.content['application/json']?.schema;
  const reads = method === 'get';
  const ids = parameters.filter((one) => one.in === 'path');
  const canBreakBody = schema !== undefined;
  return fc
    .record({
      breakIds: reads || !canBreakBody ? fc.constant(true) : fc.boolean(),
      ids: fc.array(fc.constantFrom(...nasty), { minLength: ids.length, maxLength: ids.length }),
      query: queryOf(document, parameters),
      headers: fc.dictionary(
        fc.constantFrom('idempotency-key', 'if-match', 'x-correlation-id', 'accept', 'range'),
        fc.constantFrom('', '"0"', '"1"', 'W/"1"', 'x'.repeat(300), '*', ',,,'),
        { maxKeys: 3 },
      ),
      body: schema
        ? brokenBody(document, schema)
        : fc.constantFrom('{', '[]', 'null', '\u0000', ''),
    })
    .map(({ breakIds, ids: values, query, headers, body }) => {
      const filled = fillPath(path, ids, breakIds ? values : []);
      const search = new URLSearchParams(query).toString();
      return {
        method: method.toUpperCase(),
        path: search && (reads || canBreakBody) ? `${filled}?${search}` : filled,
        headers: { 'content-type': 'application/json', ...headers },
        ...(reads ? {} : { body }),
      } satisfies MalformedRequest;
    });
}

/** Several fields that break the form, or a single one that only the database would stumble over. */
function queryOf(document: OpenApi, parameters: readonly Parameter[]) {
  const broken = fc.dictionary(
    fc.constantFrom(...queryNames(parameters), 'unknown', 'cursor', '__proto__'),
    fc.constantFrom(...nasty),
    { maxKeys: 4 },
  );
  const impossible = parameters
    .filter((one) => one.in === 'query')
    .flatMap(({ name, schema = {} }) => {
      const kinds = name === 'cursor' ? ['cursor'] : kindsOf(document, schema);
      return impossibleValues(kinds).map((value) => ({ [name]: value }));
    });
  return impossible.length > 0 ? fc.oneof(broken, fc.constantFrom(...impossible)) : broken;
}

function impossibleValues(kinds: readonly string[]): string[] {
  return kinds.flatMap((kind) => wellFormedButImpossible[kind] ?? []);
}

/** The types and formats that a schema names, in its choices too. */
function kindsOf(document: OpenApi, schema: Schema): string[] {
  const { type, format, anyOf, oneOf } = resolve(document, schema);
  const own = [type, format].filter((kind) => kind !== undefined);
  return [...own, ...(anyOf ?? oneOf ?? []).flatMap((one) => kindsOf(document, one))];
}

function queryNames(parameters: readonly Parameter[]): string[] {
  return parameters.filter((one) => one.in === 'query').map((one) => one.name);
}

function fillPath(path: string, ids: readonly Parameter[], values: readonly string[]): string {
  return ids.reduce((text, { name }, index) => {
    const value = values[index] ?? someId;
    const inPath = value.startsWith('%') ? value : encodeSafely(value);
    return text.replace(`{${name}}`, inPath === '' ? '%20' : inPath);
  }, path);
}

function encodeSafely(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80';
}

/** A body that the schema refuses for sure, as text. */
function brokenBody(document: OpenApi, schema: Schema): fc.Arbitrary<string> {
  const valid = exampleOf(document, schema, 0);
  const text = JSON.stringify(valid);
  return fc.oneof(
    fc.constantFrom('', '{', 'null', '[]', '"text"', '17', 'true', text.slice(0, -1), `${text},`),
    fc.constant(JSON.stringify({ ...(valid as object), 'no-such-field': 1 })),
    fc.constantFrom(...breakages(document, schema, valid).map((one) => JSON.stringify(one))),
    fc.constant('['.repeat(3000)),
    fc.constant(`{"no-such-field":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`),
  );
}

/** Every way of breaking a valid object in one place, in nested objects and lists of them too. */
function breakages(document: OpenApi, schema: Schema, valid: Json): Json[] {
  const resolved = resolve(document, schema);
  if (!isObject(valid) || !resolved.properties) return [{ 'no-such-field': 1 }];
  const result: Json[] = [];
  for (const [name, property] of Object.entries(resolved.properties)) {
    const required = resolved.required?.includes(name) ?? false;
    if (required) result.push(without(valid, name));
    for (const wrong of wrongValues.filter((value) => differs(document, property, value))) {
      result.push({ ...valid, [name]: wrong });
    }
    const kinds = kindsOf(document, property).filter((kind) => kind.startsWith('date'));
    for (const wrong of impossibleValues(kinds)) result.push({ ...valid, [name]: wrong });
    for (const inner of innerBreakages(document, property, valid[name])) {
      result.push({ ...valid, [name]: inner });
    }
  }
  return result.length > 0 ? result : [{ 'no-such-field': 1 }];
}

function innerBreakages(document: OpenApi, property: Schema, inner: Json | undefined): Json[] {
  if (isObject(inner)) return breakages(document, property, inner);
  const [first, ...rest] = Array.isArray(inner) ? inner : [];
  const { items } = resolve(document, property);
  if (!items || !isObject(first)) return [];
  return breakages(document, items, first).map((one) => [one, ...rest]);
}

function without(value: { [key: string]: Json }, name: string): Json {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

/** True where a value is of another JSON type than the property asks for. */
function differs(document: OpenApi, property: Schema, value: Json): boolean {
  const { type, anyOf, oneOf } = resolve(document, property);
  if (type === undefined || anyOf || oneOf) return false;
  const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const asked = type === 'integer' ? 'number' : type;
  return actual !== asked && value !== null;
}

export function exampleOf(document: OpenApi, schema: Schema, depth: number): Json {
  const resolved = resolve(document, schema);
  if (resolved.example !== undefined) return resolved.example;
  if (resolved.enum) return resolved.enum[0] ?? null;
  const choice = (resolved.anyOf ?? resolved.oneOf)?.[0];
  if (choice) return exampleOf(document, choice, depth);
  if (resolved.type === 'object' && depth < 6) {
    const entries = Object.entries(resolved.properties ?? {}).map(
      ([name, property]) => [name, exampleOf(document, property, depth + 1)] as const,
    );
    return Object.fromEntries(entries);
  }
  if (resolved.type === 'array') {
    return resolved.items ? [exampleOf(document, resolved.items, depth + 1)] : [];
  }
  return { integer: 1, number: 1, boolean: false, string: 'text' }[resolved.type ?? ''] ?? null;
}

function resolve(document: OpenApi, schema: Schema): Schema {
  const parts = schema.allOf ?? (schema.$ref ? [] : [schema]);
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return resolve(document, document.components?.schemas?.[name] ?? {});
  }
  return Object.assign(
    {},
    ...parts.map((part) => (part === schema ? part : resolve(document, part))),
  );
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
