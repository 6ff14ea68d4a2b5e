import { startApi, type RunningApi } from '../../apps/api/src/index.js';
import type { CandidateSummary, CandidateView } from '@athar/candidates';
import { parseEnvironment, toConfig } from '@athar/config';
import { JsonLogger } from '@athar/diagnostics';
import { QUEUE_SCHEMA, type Page } from '@athar/persistence';
import { startCandidates, type CandidatesApp, type Office } from '../support/candidates-app.js';
import { send } from '../support/http.js';

let app: CandidatesApp;
let api: RunningApi;
let office: Office;
let place: Awaited<ReturnType<CandidatesApp['report']>>;

beforeAll(async () => {
  app = await startCandidates();
  office = await app.office();
  const { urls, masterKey } = app.database;
  api = await startApi(
    {
      config: toConfig(parseEnvironment({ NODE_ENV: 'test', ATHAR_PORT: '0' })),
      persistence: { appUrl: urls.app, matcherUrl: urls.matcher, masterKey },
      queue: { kind: 'postgres', connectionString: urls.queue, schema: QUEUE_SCHEMA },
    },
    new JsonLogger('silent', { write: () => undefined }),
  );
  const collectionId = await app.collection(office.third);
  await app.entries(office.third, collectionId, 'a,شاهين,قمر,الظريفاني,بدرية');
  place = await app.report(office.caseworker, {
    names: { given: 'شاهين', father: 'قمر', family: 'الظريفاني', mother: 'بدرية' },
  });
  await app.matching.matchReport(office.organisationId, place.reportId, 1);
});
afterAll(async () => {
  await api?.close();
  await app?.stop();
});

const request = <Body>(
  seat: 'first' | 'second' | 'caseworker' | 'coordinator',
  method: string,
  path: string,
  options: { body?: unknown; headers?: Record<string, string> } = {},
) => send<Body>(api.url, method, `/api${path}`, { as: office[seat].memberId, ...options });

describe('judging over HTTP', () => {
  it('goes from the queue to a decision and back', async () => {
    const queue = await request<Page<CandidateSummary>>('first', 'GET', '/candidates?limit=5');
    const [item] = queue.body.items;
    expect(queue.body.items).toHaveLength(1);
    const path = `/candidates/${item?.id}`;
    const read = await request<CandidateView>('first', 'GET', `${path}?locale=en`);
    expect(read.headers.get('etag')).toBe('"1"');
    expect(read.body.assessment?.calibration).toBe('simulated');

    const body = { verdict: 'same_person', reasons: ['names_agree'], note: 'an invented note' };
    const judge = (seat: 'first' | 'second' | 'caseworker', headers: Record<string, string>) =>
      request<CandidateView & { code: string }>(seat, 'POST', `${path}/judgements`, {
        body,
        headers,
      });
    expect((await judge('first', {})).status).toBe(428);
    expect(await judge('first', { 'if-match': '"2"' })).toMatchObject({
      status: 412,
      body: { code: 'version-mismatch' },
    });
    expect((await judge('caseworker', { 'if-match': '"1"' })).status).toBe(403);
    expect((await judge('first', { 'if-match': '"1"', 'idempotency-key': 'k' })).status).toBe(201);
    expect((await judge('first', { 'if-match': '"1"', 'idempotency-key': 'k' })).status).toBe(201);
    expect((await judge('first', { 'if-match': '"1"' })).status).toBe(409);
    expect((await request('caseworker', 'GET', path)).status).toBe(404);
    expect(await judge('second', { 'if-match': '"1"' })).toMatchObject({
      status: 201,
      body: { state: 'confirmed', version: 2 },
    });

    const ofCase = `/cases/${place.caseId}/candidates`;
    const shown = await request<Page<CandidateSummary>>('caseworker', 'GET', ofCase);
    expect(shown.body.items).toMatchObject([{ id: item?.id, state: 'confirmed', band: null }]);
    const revoked = await request('coordinator', 'POST', `${path}/revocation`, {
      body: { note: 'an invented reason' },
      headers: { 'if-match': '"2"' },
    });
    expect(revoked).toMatchObject({ status: 201, body: { state: 'proposed', round: 2 } });
  });

  it('names what is wrong with a request', async () => {
    const bad = await request<{ problems: { field: string }[] }>(
      'first',
      'POST',
      `/candidates/${place.reportId}/judgements`,
      { body: { verdict: 'yes', reasons: [] }, headers: { 'if-match': '"1"' } },
    );
    expect(bad.status).toBe(422);
    expect(bad.body.problems.map(({ field }) => field).sort()).toEqual(['/reasons', '/verdict']);
    expect((await request('first', 'GET', '/candidates?cursor=abc')).status).toBe(422);
    expect((await request('first', 'GET', `/candidates/${place.reportId}`)).status).toBe(404);
  });
});

describe('decisions as training data', () => {
  it('leave for stewards alone, without a name, and on record', async () => {
    await app.ask(`UPDATE candidates SET state = 'rejected'`);
    const body = { format: 'csv' };
    const refused = await request('coordinator', 'POST', '/exports/decisions', { body });
    expect(refused.status).toBe(403);
    const options = {
      method: 'POST',
      headers: { 'x-athar-member': office.third.memberId, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const download = () => fetch(`${api.url}/api/exports/decisions`, options);
    const file = await download();
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(await file.text()).toBe('pair,same,kind,level\n');
    await app.ask(`UPDATE reports SET state = 'withdrawn'`);
    await (await download()).text();
    await app.ask(`UPDATE reports SET state = 'open'`);
    const recorded = await app.ask(
      `SELECT detail FROM audit_events WHERE action = 'decisions.exported' ORDER BY sequence`,
    );
    expect(recorded).toEqual([
      { detail: { pairs: 1, whole: true } },
      { detail: { pairs: 0, whole: true } },
    ]);
  });
});

describe('operation over HTTP', () => {
  it('tells how far matching has come, to who may know', async () => {
    const state = await request('coordinator', 'GET', '/matching');
    expect(state.body).toMatchObject({
      registryRevision: '1',
      reports: { open: 1, matched: 1, waiting: 0 },
      failedJobs: 0,
    });
    expect((await request('caseworker', 'GET', '/matching')).status).toBe(403);
  });

  it('shows failed jobs of this organisation only, and tries them again', async () => {
    const stranger = await app.office();
    for (const { organisationId } of [office, stranger]) {
      const payload = { organisationId, reportId: place.reportId, revision: 1 };
      await app.jobs.add('match-report', payload, { id: `report-of-${organisationId}` });
    }
    await app.ask(
      `UPDATE athar_queue.job SET state = 'failed', finished_at_ms = 1,
         failed_reason = 'key-missing (permanent): A key is missing.' WHERE queue = 'match-report'`,
    );
    const listed = await request<{ items: unknown[] }>('coordinator', 'GET', '/jobs/failed');
    const id = `report-of-${office.organisationId}`;
    expect(listed.body.items).toMatchObject([{ id, failedCode: 'key-missing', permanent: true }]);
    const retry = (job: string) =>
      request('coordinator', 'POST', `/jobs/match-report/${job}/retry`).then(
        ({ status }) => status,
      );
    expect(await retry(`report-of-${stranger.organisationId}`)).toBe(404);
    expect(await retry(id)).toBe(202);
    expect(await retry(id)).toBe(404);
    expect((await request('first', 'GET', '/jobs/failed')).status).toBe(403);
  });
});
