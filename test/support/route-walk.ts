import { randomUUID } from 'node:crypto';
import { reportOf } from './cases-app.js';
import { exampleOf, type OpenApi, type Schema } from './malformed-requests.js';
import { send } from './http.js';

/** A route of the document with what a request to it needs. */
export interface Route {
  /** Method and path, as `GET /api/cases/{id}`. */
  name: string;
  method: string;
  path: string;
  /** Names of what its path leaves open. */
  places: string[];
  /** Names of its optional parameters. */
  filters: string[];
  required: Record<string, string>;
  headers: Record<string, string>;
  /** A body that its schema takes; a small table where it takes a file. */
  body: unknown;
  takesFile: boolean;
}

/** An answer as far as it tells something. */
export interface Told {
  status: number;
  code: string | undefined;
  /** Everything that was said, headers too. */
  text: string;
}

/** Values that a filter takes besides ids. */
const usual: Readonly<Record<string, string>> = {
  reason: 'quality_check',
  awaits: 'first',
  kind: 'photo_of_missing',
  format: 'csv',
};

/** Bodies where the examples of single fields do not make one that is taken. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /api/reports': reportOf(),
  'POST /api/reports/check': { person: { names: { given: 'Zahranun', family: 'Heldun' } } },
  'POST /api/quick-find': { query: 'Heldun' },
  'POST /api/cases/{caseId}/follow-ups': { kind: 'visit', happenedOn: '2026-03-01', text: 'Text' },
  'PUT /api/entries/{id}/hand': { document: { names: { given: 'Given' } }, reason: 'Reason' },
};

/** The routes of the API's own description. */
export function routesOf(document: OpenApi): Route[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Route => {
      const parameters = operation.parameters ?? [];
      const content = operation.requestBody?.content ?? {};
      const schema: Schema | undefined = content['application/json']?.schema;
      const query = parameters.filter((one) => one.in === 'query');
      const takesFile = schema === undefined && Object.keys(content).length > 0;
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        places: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
        filters: query.flatMap(({ name, required }) => (required ? [] : [name])),
        required: Object.fromEntries(
          query.flatMap(({ name, required, schema: of = {} }) =>
            required ? [[name, valueOf(document, name, of)]] : [],
          ),
        ),
        headers: Object.fromEntries(
          parameters.flatMap(({ in: place, name, required, schema: of = {} }) =>
            place === 'header' && required
              ? [[name.toLowerCase(), valueOf(document, name, of)]]
              : [],
          ),
        ),
        body:
          bodies[`${method.toUpperCase()} ${path}`] ??
          (schema === undefined ? undefined : exampleOf(document, schema, 0)),
        takesFile,
      };
    }),
  );
}

function valueOf(document: OpenApi, name: string, schema: Schema): string {
  const { [name]: known } = usual;
  const fits = known !== undefined && (schema.enum?.includes(known) ?? true);
  return fits ? known : String(exampleOf(document, schema, 0));
}

/** True for what changes nothing: reads, and questions that are asked in a body. */
export function onlyReads({ name, method }: Route): boolean {
  return method === 'GET' || questions.includes(name);
}

const questions = [
  'POST /api/quick-find',
  'POST /api/reports/check',
  'POST /api/entries/number-search',
  'POST /api/places/recognise',
  'POST /api/exports/reports',
  'POST /api/collections/{id}/title-patterns/try',
  'POST /api/imports/proposals',
];

/** The word before a place in a path, which says of what it is the id. */
export function wordOf({ path }: Route, place: string): string {
  const before = path.slice('/api/'.length, path.indexOf(`/{${place}}`));
  return before === 'readings/tasks' ? before : (before.split('/').at(-1) ?? '');
}

/** What a route is asked with, besides what it always needs. */
export interface Asked {
  places?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
}

/** Asks a route as a member; what is left open in its path is filled with ids of nothing. */
export async function ask(url: string, as: string, route: Route, asked: Asked = {}): Promise<Told> {
  const path = route.places.reduce(
    (text, place) => text.replace(`{${place}}`, asked.places?.[place] ?? nothing(place)),
    route.path,
  );
  const query = new URLSearchParams({ ...route.required, ...asked.query }).toString();
  const to = query === '' ? path : `${path}?${query}`;
  if (route.takesFile) return askWithFile(`${url}${to}`, as, route.headers);
  const body = asked.body ?? route.body;
  const answer = await send<unknown>(url, route.method, to, {
    as,
    headers: route.headers,
    ...(body === undefined ? {} : { body }),
  });
  return toldBy(answer.status, answer.headers, JSON.stringify(answer.body));
}

async function askWithFile(
  to: string,
  as: string,
  headers: Readonly<Record<string, string>>,
): Promise<Told> {
  const format = /proposals|imports/.test(to) ? `${to.includes('?') ? '&' : '?'}format=csv` : '';
  const response = await fetch(`${to}${format}`, {
    method: 'POST',
    headers: { ...headers, 'x-athar-member': as, 'content-type': 'application/octet-stream' },
    body: 'id,name\n',
  });
  return toldBy(response.status, response.headers, await response.text());
}

function toldBy(status: number, headers: Headers, body: string): Told {
  const code = status < 400 ? undefined : /"code":"([a-z-]+)"/.exec(body)?.[1];
  // What names the request says nothing of what is there.
  const own = ['date', 'etag', 'x-correlation-id', 'content-length', 'keep-alive'];
  const said = [...headers].filter(([name]) => !own.includes(name));
  const told = body.replace(/"(instance|correlationId)":"[^"]*"/g, '');
  return { status, code, text: `${JSON.stringify(said)}\n${told}` };
}

/** An id or code of nothing at all. */
function nothing(place: string): string {
  if (place === 'code') return 'nothing-at-all';
  return place === 'queue' ? 'match-report' : randomUUID();
}
