import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The part of a JSON schema (OpenAPI 3.0) that is looked at here. */
export interface Schema {
  $ref?: string;
  type?: string;
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
      query: fc.dictionary(
        fc.constantFrom(...queryNames(parameters), 'unknown', 'cursor', '__proto__'),
        fc.constantFrom(...nasty),
        { maxKeys: 4 },
      ),
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

function queryNames(parameters: readonly Parameter[]): string[] {
  return parameters.filter((one) => one.in === 'query').map((one) => one.name);
}

function fillPath(path: string, ids: readonly Parameter[], values: readonly string[]): string {
  return ids.reduce((text, { name }, index) => {
    const value = values[index] ?? '11111111-1111-4111-8111-111111111111';
    const encoded = value.startsWith('%') ? value : encodeSafely(value);
    return text.replace(`{${name}}`, encoded === '' ? '%20' : encoded);
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

/** Every way of breaking a valid object in one required place, nested objects too. */
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
    const inner = valid[name];
    if (isObject(inner)) {
      result.push(
        ...breakages(document, property, inner).map((one) => ({ ...valid, [name]: one })),
      );
    }
  }
  return result.length > 0 ? result : [{ 'no-such-field': 1 }];
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

function exampleOf(document: OpenApi, schema: Schema, depth: number): Json {
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
