import type { CollectionView, EntrySummary, NumberHit, ReadingTask } from '@athar/registry';
import { startHouse, type House } from '../support/house.js';
import { send } from '../support/http.js';

let house: House;
let steward: string;
let reviewer: string;
let collectionId: string;
let entryId: string;

beforeAll(async () => {
  house = await startHouse();
  const { members } = await house.organisation(['steward'], ['reviewer']);
  [steward = '', reviewer = ''] = members.map((member) => member.id);
  const body = {
    kind: 'photo_archive',
    title: 'Photographs',
    custodian: 'Keepers',
    mayDisclose: true,
  };
  const made = await send<CollectionView>(house.url, 'POST', '/api/collections', {
    as: steward,
    body,
  });
  collectionId = made.body.id;
  await fetch(`${house.url}/api/collections/${collectionId}/imports?format=csv`, {
    method: 'POST',
    headers: { 'x-athar-member': steward, 'content-type': 'text/csv' },
    body: 'id,detainee_number,given_name\n1,٢٣٤,Amrun',
  });
  entryId = await firstEntry();
});
afterAll(() => house?.stop());

/** Waits until the worker has made an entry of the row. */
async function firstEntry(): Promise<string> {
  for (;;) {
    const { body } = await send<{ items: EntrySummary[] }>(
      house.url,
      'GET',
      `/api/entries?reason=review&collectionId=${collectionId}`,
      { as: steward },
    );
    const [entry] = body.items;
    if (entry) return entry.id;
    await new Promise((go) => setTimeout(go, 50));
  }
}

describe('readings over HTTP', () => {
  it('are taken once, and the next entry is told until none is left', async () => {
    const next = (awaits: string) =>
      send<{ task: ReadingTask | null }>(
        house.url,
        'GET',
        `/api/readings/next?awaits=${awaits}&collectionId=${collectionId}`,
        { as: reviewer },
      );
    expect((await next('first')).body.task?.entryId).toBe(entryId);
    const post = (path: string, body: object, key?: string) =>
      send<{ code?: string; awaits?: string }>(house.url, 'POST', path, {
        as: reviewer,
        body,
        headers: key === undefined ? {} : { 'idempotency-key': key },
      });
    const reading = { names: { whole: 'عمرون' }, numbers: [], confidence: 0.5 };
    const path = `/api/entries/${entryId}/readings`;
    expect(await post(path, reading, 'k-1')).toMatchObject({
      status: 201,
      body: { awaits: 'second' },
    });
    expect((await post(path, reading, 'k-1')).status).toBe(201);
    expect(await post(path, reading)).toMatchObject({
      status: 409,
      body: { code: 'read-before' },
    });
    expect((await post(path, { ...reading, confidence: 2 })).status).toBe(422);
    const named = async (body: object) => {
      const answer = await post(`${path}/settlement`, body);
      const { problems } = answer.body as { problems?: { field: string; code: string }[] };
      return [answer.status, ...(problems ?? []).map(({ field, code }) => `${field} ${code}`)];
    };
    expect(await named({ choose: 'first' })).toEqual([422, '/confidence bad-value']);
    expect(await named({ choose: 'best', confidence: 1 })).toEqual([422, '/choose bad-value']);
    expect(await named({ reading: { names: {}, numbers: [] } })).toEqual([
      ...[422, '/reading/confidence bad-value'],
    ]);
    expect((await next('first')).body).toEqual({ task: null });
    const settled = await post(`${path}/settlement`, { choose: 'first', confidence: 1 });
    expect(settled).toMatchObject({ status: 409 });
  });
});

describe('the number search over HTTP', () => {
  it('answers a body, and keeps the number out of addresses and logs', async () => {
    const search = (body: object) =>
      send<{ hits: NumberHit[] }>(house.url, 'POST', '/api/entries/number-search', {
        as: reviewer,
        body,
      });
    const found = await search({ number: '٣٣٤', reason: 'review' });
    expect(found.status).toBe(200);
    expect(found.body.hits).toMatchObject([
      { entryId, number: '٢٣٤', likeness: 'confused', confusion: { asked: '3', found: '2' } },
    ]);
    expect((await search({ number: '334' })).status).toBe(422);
    expect((await search({ number: 'ب', reason: 'review' })).status).toBe(422);
    expect(house.logLines.filter((line) => /[٠-٩]/.test(line))).toEqual([]);
  });
});

describe('an export over HTTP', () => {
  const get = (as: string, query: string) =>
    fetch(`${house.url}/api/exports/entries?${query}`, { headers: { 'x-athar-member': as } });

  it('is a file with what was left out in its header', async () => {
    const answer = await get(steward, 'format=csv&reason=quality_check');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toContain('entries.csv');
    expect(answer.headers.get('x-athar-left-out')).toBe('');
    expect(await answer.text()).toContain('Amrun');
    const workbook = await get(
      steward,
      `format=xlsx&reason=quality_check&collectionId=${collectionId}`,
    );
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('is refused without role, reason or collection', async () => {
    expect((await get(reviewer, 'format=csv&reason=review')).status).toBe(403);
    expect((await get(steward, 'format=csv')).status).toBe(422);
    const unknown = '0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e';
    expect((await get(steward, `format=csv&reason=review&collectionId=${unknown}`)).status).toBe(
      404,
    );
  });
});
