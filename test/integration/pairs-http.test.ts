import { startApi, type RunningApi } from '../../apps/api/src/index.js';
import type { DuplicateView, LikePairSummary, LinkedEntry } from '@athar/candidates';
import type { CaseMergeView } from '@athar/cases';
import { parseEnvironment, toConfig } from '@athar/config';
import { JsonLogger } from '@athar/diagnostics';
import { QUEUE_SCHEMA, type Page } from '@athar/persistence';
import { startDuplicates, type DuplicateOffice } from '../support/duplicate-office.js';
import { send } from '../support/http.js';

let house: DuplicateOffice;
let api: RunningApi;

beforeAll(async () => {
  house = await startDuplicates();
  const { urls, masterKey } = house.app.database;
  api = await startApi(
    {
      config: toConfig(parseEnvironment({ NODE_ENV: 'test', ATHAR_PORT: '0' })),
      persistence: { appUrl: urls.app, matcherUrl: urls.matcher, masterKey },
      queue: { kind: 'postgres', connectionString: urls.queue, schema: QUEUE_SCHEMA },
    },
    new JsonLogger('silent', { write: () => undefined }),
  );
});
afterAll(async () => {
  await api?.close();
  await house?.app.stop();
});

type Seat = 'first' | 'second' | 'third' | 'caseworker' | 'coordinator';
const request = <Body>(
  seat: Seat,
  method: string,
  path: string,
  options: { body?: unknown; headers?: Record<string, string> } = {},
) => send<Body>(api.url, method, `/api${path}`, { as: house.office[seat].memberId, ...options });

const judge = (seat: Seat, path: string) =>
  request<{ state: string; code?: string }>(seat, 'POST', `${path}/judgements`, {
    body: { verdict: 'same_person', reasons: ['names_agree'] },
    headers: { 'if-match': '"1"' },
  });

describe('pairs of reports over HTTP', () => {
  it('go from the queue to one case and back to two', async () => {
    const { older, newer, id } = await house.proposed();
    const queue = await request<Page<LikePairSummary>>('first', 'GET', '/duplicates?limit=5');
    expect(queue.body.items).toMatchObject([{ id, band: null }]);
    const path = `/duplicates/${id}`;
    const read = await request<DuplicateView>('first', 'GET', `${path}?locale=en`);
    expect(read.headers.get('etag')).toBe('"1"');
    expect((await request('caseworker', 'GET', path)).status).toBe(404);
    expect((await judge('caseworker', path)).status).toBe(403);
    expect((await judge('first', path)).status).toBe(201);
    expect((await judge('first', path)).status).toBe(409);
    expect(await judge('second', path)).toMatchObject({
      status: 201,
      body: { state: 'confirmed' },
    });

    const list = await request<{ items: { id: string }[] }>(
      'caseworker',
      'GET',
      `/cases?reference=${newer.reference}`,
    );
    expect(list.body.items).toMatchObject([{ id: older.caseId, mergedInto: null }]);
    const back = { body: { note: 'an invented reason' }, headers: { 'if-match': '"2"' } };
    expect(await request('first', 'POST', `${path}/revocation`, back)).toMatchObject({
      status: 403,
      body: { code: 'coordinator-needed' },
    });
    expect((await request('coordinator', 'POST', `${path}/revocation`, back)).status).toBe(201);
    const merges = await request<{ items: CaseMergeView[] }>(
      'coordinator',
      'GET',
      `/cases/${newer.caseId}/merges`,
    );
    expect(merges.body.items).toMatchObject([{ undoReason: 'an invented reason' }]);
  });
});

describe('pairs of entries over HTTP', () => {
  it('are judged and seen as links of each entry', async () => {
    const { app, office } = house;
    const photographs = await app.collection(office.third);
    const documents = await app.collection(office.third, { kind: 'court_register' });
    const row = 'شاهين,قمر,الظريفاني,بدرية';
    await app.entries(office.third, photographs, `p,${row}`);
    await app.entries(office.third, documents, `d,${row}`);
    await app.matching.pairEntries(() => Promise.resolve());
    const queue = await request<Page<LikePairSummary>>('first', 'GET', '/entry-pairs');
    const [pair] = queue.body.items;
    const path = `/entry-pairs/${pair?.id}`;
    expect((await request('first', 'GET', path)).status).toBe(200);
    for (const seat of ['first', 'second'] as const) {
      expect((await judge(seat, path)).status).toBe(201);
    }
    const links = await request<{ items: LinkedEntry[] }>(
      'third',
      'GET',
      `/entries/${pair?.leftId}/links`,
    );
    expect(links.body.items).toMatchObject([{ pairId: pair?.id, entry: { id: pair?.rightId } }]);
    expect((await request('caseworker', 'GET', `/entries/${pair?.leftId}/links`)).status).toBe(403);
    expect((await request('third', 'GET', `/entries/${office.organisationId}/links`)).status).toBe(
      404,
    );
  });
});
