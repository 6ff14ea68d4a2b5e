import { request } from 'node:http';
import type { CreatedOrganisation } from '@athar/access';
import type { ImportView } from '@athar/imports';
import type { CollectionView } from '@athar/registry';
import { startHouse, type House } from '../support/house.js';
import { send, type Answer } from '../support/http.js';

let house: House;
let organisation: CreatedOrganisation;
let steward: string;
let caseworker: string;

beforeAll(async () => {
  house = await startHouse({ withoutWorker: true });
  organisation = await house.organisation(['steward'], ['caseworker']);
  [steward = '', caseworker = ''] = organisation.members.map((member) => member.id);
});
afterAll(() => house?.stop());

async function collection(): Promise<CollectionView> {
  const body = { kind: 'hospital_list', title: 'List', custodian: 'Keepers' };
  const answer = await send<CollectionView>(house.url, 'POST', '/api/collections', {
    as: steward,
    body,
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

async function upload(
  collectionId: string,
  query: string,
  body: string | ReadableStream,
  headers: Record<string, string> = {},
): Promise<Answer<ImportView & { code: string; problems: { field: string }[] }>> {
  const response = await fetch(`${house.url}/api/collections/${collectionId}/imports?${query}`, {
    method: 'POST',
    headers: { 'x-athar-member': steward, 'content-type': 'text/csv', ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
  const answer = (await response.json()) as ImportView & {
    code: string;
    problems: { field: string }[];
  };
  return { status: response.status, headers: response.headers, body: answer };
}

/** A CSV file of many megabytes whose header is `header`. */
function longFile(header: string, megabytes: number): ReadableStream {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > megabytes * 10) return controller.close();
      controller.enqueue(
        Buffer.from(sent === 1 ? `${header}\n` : `${sent},Amrun,${'x'.repeat(99_000)}\n`),
      );
    },
  });
}

describe('a file over HTTP', () => {
  it('is taken, told of where it can be asked for, and once only', async () => {
    const { id } = await collection();
    const key = { 'idempotency-key': 'k-1' };
    const answer = await upload(id, 'fileName=a.csv', 'id,name\n1,Amrun', key);
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(`/api/imports/${answer.body.id}`);
    expect(answer.body).toMatchObject({ state: 'applying', counts: { rows: 1, bad: 0 } });
    const again = await upload(id, 'fileName=a.csv', 'id,name\n1,Amrun', key);
    expect([again.status, again.body.id]).toEqual([202, answer.body.id]);
    expect((await upload(id, 'fileName=b.csv', 'id,name\n1,Amrun', key)).status).toBe(409);
  });

  it('is refused while it is still being sent, and the sender learns why', async () => {
    const { id } = await collection();
    const answer = await upload(id, 'format=csv', longFile('id,nmae,x', 30));
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'columns-refused' });
    expect(answer.body.problems.map((problem) => problem.field)).toEqual(['nmae', 'x']);
    const unknown = await upload(
      '0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e',
      'format=csv',
      longFile('id', 5),
    );
    expect(unknown.status).toBe(404);
  });

  it('with a column or query that is not known says so', async () => {
    const { id } = await collection();
    expect((await upload(id, '', 'id\n1')).body).toMatchObject({
      problems: [{ field: 'query/format' }],
    });
    expect((await upload(id, 'fileName=a.pdf', 'id\n1')).body).toMatchObject({
      code: 'unknown-table-format',
    });
    expect((await upload(id, 'format=csv&mapping=[', 'id\n1')).body).toMatchObject({
      problems: [{ field: 'query/mapping' }],
    });
    expect(
      (await upload(id, 'format=jsonl', '{"id":"1"}', { 'content-type': 'application/json' })).body,
    ).toMatchObject({ problems: [{ field: 'header/content-type' }] });
    const mapping = encodeURIComponent(JSON.stringify({ 'الاسم الأول': 'given_name' }));
    expect(
      (await upload(id, `format=csv&mapping=${mapping}`, 'id,الاسم الأول\n1,عمرون')).status,
    ).toBe(202);
  });

  it('that breaks off leaves a failed import and no row', async () => {
    const { id } = await collection();
    const { hostname, port } = new URL(house.url);
    const sending = request({
      ...{ hostname, port, method: 'POST', path: `/api/collections/${id}/imports?format=csv` },
      headers: { 'x-athar-member': steward, 'content-type': 'text/csv' },
    });
    sending.on('error', () => undefined);
    sending.write('id,name\n1,Amrun\n');
    const failed = async () => {
      const page = await send<{ items: ImportView[] }>(
        house.url,
        'GET',
        `/api/imports?collectionId=${id}`,
        { as: steward },
      );
      return page.body.items[0];
    };
    while (!(await failed())) await new Promise((go) => setTimeout(go, 20));
    sending.destroy();
    while ((await failed())?.state === 'receiving') await new Promise((go) => setTimeout(go, 20));
    expect(await failed()).toMatchObject({ state: 'failed', failureCode: 'upload-interrupted' });
    expect(house.logLines.filter((line) => line.includes('Amrun'))).toEqual([]);
  });
});

describe('reading over HTTP', () => {
  it('needs the role and a reason', async () => {
    const get = (path: string, as: string) => send(house.url, 'GET', path, { as });
    expect((await get('/api/entries?reason=review', caseworker)).status).toBe(403);
    expect((await get('/api/entries', steward)).status).toBe(422);
    expect((await get('/api/entries?reason=review', steward)).status).toBe(200);
    expect((await get('/api/entries?reason=review&cursor=WyIxIiwiMiJd', steward)).status).toBe(422);
    const unknown = '/api/entries/0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e?reason=review';
    expect((await get(unknown, steward)).status).toBe(404);
  });

  it('and editing a collection needs the version that was read', async () => {
    const { id } = await collection();
    const edit = (version?: string) =>
      send(house.url, 'PATCH', `/api/collections/${id}`, {
        as: steward,
        body: { legalHold: true },
        headers: version === undefined ? {} : { 'if-match': version },
      });
    expect((await edit()).status).toBe(428);
    const done = await edit('"1"');
    expect([done.status, done.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await edit('"1"')).status).toBe(412);
  });
});
