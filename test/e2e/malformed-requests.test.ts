import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import pg from 'pg';
import {
  malformedRequests,
  type MalformedRequest,
  type OpenApi,
} from '../support/malformed-requests.js';
import { send } from '../support/http.js';
import { startHouse, type House } from '../support/house.js';

const REQUESTS = 5000;
const AT_ONCE = 16;

let house: House;
let everyone: string;

beforeAll(async () => {
  house = await startHouse({ withoutWorker: true });
  const { members } = await house.organisation([
    'caseworker',
    'reviewer',
    'coordinator',
    'steward',
  ]);
  everyone = members[0]?.id ?? '';
});
afterAll(() => house?.stop());

describe('malformed requests', () => {
  it(`${REQUESTS} of them, from the API's own description, change nothing and break nothing`, async () => {
    const document = await send<OpenApi>(house.url, 'GET', '/api/openapi.json');
    const requests = fc.sample(malformedRequests(document.body), { numRuns: REQUESTS, seed: 2011 });
    const before = await contents();
    const statuses = await sendAll(requests);
    const broken = requests.filter((_, index) => (statuses[index] ?? 0) >= 500);
    expect(broken.slice(0, 5)).toEqual([]);
    const accepted = requests.filter(
      ({ method }, index) => method !== 'GET' && (statuses[index] ?? 0) < 400,
    );
    expect(accepted.slice(0, 5)).toEqual([]);
    expect(await contents()).toEqual(before);
  }, 240_000);
});

/** Rows of every table by count and digest, but for the audit trail: reads are recorded in it. */
async function contents(): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: house.database.urls.owner });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE nspname = 'athar' AND relkind = 'r' AND relname NOT LIKE 'audit%' ORDER BY 1`,
    );
    const result: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ digest: string }>(
        `SELECT count(*) || ':' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest
         FROM athar.${name} t`,
      );
      result[name] = rows[0]?.digest ?? '';
    }
    return result;
  } finally {
    await client.end();
  }
}

async function sendAll(requests: readonly MalformedRequest[]): Promise<number[]> {
  const statuses: number[] = [];
  let next = 0;
  const sender = async () => {
    for (let index = next++; index < requests.length; index = next++) {
      statuses[index] = await statusOf(requests[index] as MalformedRequest);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return statuses;
}

/** Sent by hand, since fetch would mend what is broken on purpose. */
function statusOf({ method, path, headers, body }: MalformedRequest): Promise<number> {
  const { hostname, port } = new URL(house.url);
  // Of a DELETE Node would send the body and not its length, and spoil the connection for the next.
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const all = { ...headers, ...length, 'x-athar-member': everyone };
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, method, path, headers: all }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', reject);
    request.end(body);
  });
}
