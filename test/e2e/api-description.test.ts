import type { OpenAPIObject } from '@nestjs/swagger';
import { send } from '../support/http.js';
import { startHouse, type House } from '../support/house.js';

let house: House;
let document: OpenAPIObject;

beforeAll(async () => {
  house = await startHouse({ withoutWorker: true });
  document = (await send<OpenAPIObject>(house.url, 'GET', '/api/openapi.json')).body;
});
afterAll(() => house?.stop());

interface Described {
  summary?: string;
  tags?: string[];
  parameters?: { in: string; name: string; schema?: object }[];
  requestBody?: { content: Record<string, { schema?: object }> };
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

function routes(): [string, Described][] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(
      ([method, route]): [string, Described] => [`${method.toUpperCase()} ${path}`, route],
    ),
  );
}

/** Every schema below a part of the document, references followed. */
function properties(part: unknown, seen = new Set<string>()): [string, object][] {
  if (typeof part !== 'object' || part === null) return [];
  const { $ref } = part as { $ref?: string };
  if ($ref !== undefined) {
    if (seen.has($ref)) return [];
    seen.add($ref);
    const name = $ref.split('/').at(-1) ?? '';
    return properties(document.components?.schemas?.[name], seen);
  }
  const own = Object.entries((part as { properties?: object }).properties ?? {}) as [
    string,
    object,
  ][];
  return [...own, ...Object.values(part).flatMap((inner) => properties(inner, seen))];
}

describe('the API page', () => {
  it('says of every route what it does, what it answers and how it refuses', () => {
    const wanting = routes().filter(([, route]) => {
      const success = Object.entries(route.responses).find(([status]) => status.startsWith('2'));
      const refusals = Object.entries(route.responses).filter(([status]) => /^[45]/.test(status));
      return (
        !route.summary ||
        !route.tags?.length ||
        Object.values(success?.[1].content ?? {}).every(({ schema }) => !schema) ||
        refusals.length < 3 ||
        refusals.some(([, refusal]) => !refusal.content?.['application/problem+json']?.schema)
      );
    });
    expect(wanting.map(([name]) => name)).toEqual([]);
  });

  it('describes every parameter and every body by a schema', () => {
    const wanting = routes().filter(
      ([, route]) =>
        route.parameters?.some(({ schema }) => !schema) ||
        Object.values(route.requestBody?.content ?? {}).some(({ schema }) => !schema),
    );
    expect(wanting.map(([name]) => name)).toEqual([]);
  });

  it('gives an example for every text that a client has to write', () => {
    const wanting = routes().flatMap(([name, { requestBody }]) =>
      properties(requestBody?.content['application/json']?.schema)
        .filter(([, schema]) => {
          const { type, example, ...rest } = schema as { type?: string; example?: unknown };
          return type === 'string' && example === undefined && !('enum' in rest);
        })
        .map(([property]) => `${name} ${property}`),
    );
    expect([...new Set(wanting)]).toEqual([]);
  });
});
