import { randomUUID } from 'node:crypto';
import { contactOf, documentOf, reportOf } from '../support/cases-app.js';
import { startHouse, type House } from '../support/house.js';
import { send, type RequestOptions } from '../support/http.js';

let house: House;
let caseworker: string;
let steward: string;

beforeAll(async () => {
  house = await startHouse({ withoutWorker: true });
  const { members } = await house.organisation(['caseworker'], ['steward']);
  [caseworker, steward] = members.map(({ id }) => id) as [string, string];
});
afterAll(() => house?.stop());

interface Report {
  id: string;
  caseId: string;
  reference: string;
  contacts: { id: string }[];
}

interface Problem {
  code: string;
  problems?: { field: string; code: string; fix: string }[];
}

const call = <Body>(method: string, path: string, options: RequestOptions = {}) =>
  send<Body>(house.url, method, path, { as: caseworker, ...options });

const create = async () => {
  const { body } = await call<Report>('POST', '/api/reports', { body: reportOf() });
  return body;
};

describe('reports over HTTP', () => {
  it('are created with address and ETag, and a repeated request answers the same', async () => {
    const options = { body: reportOf(), headers: { 'idempotency-key': randomUUID() } };
    const first = await call<Report>('POST', '/api/reports', options);
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`/api/reports/${first.body.id}`);
    expect(first.headers.get('etag')).toBe('"1"');
    const again = await call<Report>('POST', '/api/reports', options);
    expect({ status: again.status, body: again.body }).toEqual({ status: 201, body: first.body });
    const other = { ...options, body: reportOf({ circumstances: 'Another' }) };
    expect((await call('POST', '/api/reports', other)).status).toBe(409);
  });

  it('name every wrong field by its pointer, with a fix', async () => {
    const body = {
      ...reportOf(),
      person: { names: {}, birthDate: '3/5/1987' },
      contacts: [{ ...contactOf(), consents: undefined }],
    };
    const answer = await call<Problem>('POST', '/api/reports', { body });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.problems?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      '/person/names name-missing',
      '/person/birthDate not-edtf',
      '/contacts/0/consents storage-consent-missing',
    ]);
    const unknown = { ...reportOf(), persons: 1 };
    const refused = await call<Problem>('POST', '/api/reports', { body: unknown });
    expect(refused.body.problems).toMatchObject([{ field: '/persons', code: 'unknown-field' }]);
  });

  it('are edited with If-Match only, and the second of two edits is lost to nobody', async () => {
    const { id } = await create();
    const put = (headers: Record<string, string>) =>
      call('PUT', `/api/reports/${id}`, { body: documentOf({ circumstances: 'Again' }), headers });
    expect((await put({})).status).toBe(428);
    const edited = await put({ 'if-match': '"1"' });
    expect([edited.status, edited.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await put({ 'if-match': '"1"' })).status).toBe(412);
  });

  it('are read by those who work with families, not by stewards', async () => {
    const { id, caseId } = await create();
    for (const path of ['reports', `reports/${id}`, 'cases', `cases/${caseId}`, 'messages']) {
      expect((await call('GET', `/api/${path}`)).status).toBe(200);
      expect((await call('GET', `/api/${path}`, { as: steward })).status).toBe(403);
    }
    expect((await call('POST', '/api/reports', { as: steward, body: reportOf() })).status).toBe(
      403,
    );
  });

  it('are found by who entered them and when, and by the reference of their case', async () => {
    const { id, reference } = await create();
    const query = `enteredBy=${caseworker}&enteredAfter=2020-01-01T00:00:00Z&state=open&limit=1`;
    const found = await call<{ items: Report[] }>('GET', `/api/reports?${query}`);
    expect(found.body.items).toMatchObject([{ id, reference }]);
    const none = await call<{ items: Report[] }>('GET', `/api/reports?enteredBy=${steward}`);
    expect(none.body.items).toEqual([]);
    const typed = encodeURIComponent(reference.replaceAll('-', ' '));
    const cases = await call<{ items: object[] }>('GET', `/api/cases?reference=${typed}`);
    expect(cases.body.items).toMatchObject([{ reference, reportIds: [id], status: 'open' }]);
  });
});

describe('contacts and messages over HTTP', () => {
  it('end at a withdrawal, and say so', async () => {
    const { caseId, contacts } = await create();
    const path = `/api/contacts/${contacts[0]?.id}/withdrawals`;
    const bad = await call<Problem>('POST', path, { body: { purposes: [] } });
    expect(bad.body.problems).toMatchObject([{ field: '/purposes' }]);
    const { status, body } = await call('POST', path, { body: { purposes: ['store_and_match'] } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ reportState: 'withdrawn', messagesCancelled: 1 });
    const { body: page } = await call<{ items: { id: string }[] }>(
      'GET',
      `/api/cases/${caseId}/messages`,
    );
    expect(page.items).toMatchObject([{ state: 'cancelled' }]);
    const retry = await call<Problem>('POST', `/api/messages/${page.items[0]?.id}/retry`);
    expect([retry.status, retry.body.code]).toEqual([409, 'message-not-failed']);
    expect((await call('POST', `/api/messages/${randomUUID()}/retry`)).status).toBe(404);
  });
});
