import type { ImportView } from '@athar/imports';
import type { CollectionView } from '@athar/registry';
import { startHouse, type House } from '../support/house.js';
import { send } from '../support/http.js';
import { manifest, titlePattern } from '../support/photographs-app.js';

let house: House;
let steward: string;
let caseworker: string;

beforeAll(async () => {
  house = await startHouse();
  const organisation = await house.organisation(['steward'], ['caseworker']);
  [steward = '', caseworker = ''] = organisation.members.map((member) => member.id);
});
afterAll(() => house?.stop());

async function archive(): Promise<string> {
  const body = { kind: 'photo_archive', title: 'Archive', custodian: 'Keepers' };
  const made = await send<CollectionView>(house.url, 'POST', '/api/collections', {
    as: steward,
    body,
  });
  return made.body.id;
}

async function save(collectionId: string, patterns: string[], version = 1) {
  return send(house.url, 'PUT', `/api/collections/${collectionId}/title-patterns`, {
    as: steward,
    body: { patterns },
    headers: { 'if-match': `"${version}"` },
  });
}

async function bring(collectionId: string, query: string, body: Buffer | string, as = steward) {
  const response = await fetch(`${house.url}/api/collections/${collectionId}/titles?${query}`, {
    method: 'POST',
    headers: { 'x-athar-member': as, 'content-type': 'text/plain' },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return {
    status: response.status,
    body: (await response.json()) as ImportView & { code: string },
  };
}

/** Asks until the import has ended. */
async function ended(importId: string): Promise<ImportView> {
  for (;;) {
    const { body } = await send<ImportView>(house.url, 'GET', `/api/imports/${importId}`, {
      as: steward,
    });
    if (body.finishedAt !== null) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function get<Body>(path: string): Promise<Body> {
  return (await send<Body>(house.url, 'GET', path, { as: steward })).body;
}

describe('photo titles over HTTP', () => {
  it('are tried, then brought in as they come, and looked at', async () => {
    const collectionId = await archive();
    const tried = await send(
      house.url,
      'POST',
      `/api/collections/${collectionId}/title-patterns/try`,
      {
        as: steward,
        body: {
          patterns: [titlePattern],
          examples: ['12 samer 31-02-2013', '12 samer 03-05-2013'],
        },
      },
    );
    const expected = expect.arrayContaining([expect.stringContaining('date')]) as string[];
    expect(tried.body).toMatchObject({
      trials: [
        { read: false, stops: [{ pattern: 1, character: 10, expected }] },
        {
          read: true,
          pattern: 1,
          parts: [{ field: 'number', text: '12', start: 0, end: 2 }, {}, {}],
        },
      ],
    });
    expect((await save(collectionId, [titlePattern])).headers.get('etag')).toBe('"2"');
    const sent = await bring(collectionId, '', manifest.join('\n'));
    expect(sent).toMatchObject({ status: 202, body: { kind: 'titles' } });
    expect(await ended(sent.body.id)).toMatchObject({ state: 'applied', counts: { added: 6 } });
    expect(await get(`/api/imports/${sent.body.id}/photographs`)).toMatchObject({
      entriesAdded: 4,
    });
    const { items } = await get<{ items: { id: string }[] }>(
      `/api/entries?reason=quality_check&collectionId=${collectionId}`,
    );
    expect(items).toHaveLength(4);
    const { groups } = await get<{ groups: object[] }>(
      `/api/entries/${items[0]?.id}/photographs?reason=quality_check`,
    );
    expect(groups).toHaveLength(1);
    const days = await get<{ days: object[] }>(`/api/collections/${collectionId}/photographs/days`);
    expect(days.days).toHaveLength(4);
    expect(house.logLines.join('')).not.toMatch(/samer|سامر|1234b/);
  });

  it('are read from what a folder listing of Windows says, in its encoding', async () => {
    const collectionId = await archive();
    await save(collectionId, ['{branch}/{number} {photographer} {date:dd-mm-yyyy}']);
    const lines = [
      'D:\\صور\\٢١٥\\١٢ سامر ٣-٥-٢٠١٣.JPG',
      'D:\\صور\\٢١٥',
      'D:\\صور\\٢١٥\\بلا رقم.JPG',
    ];
    const text = Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf16le');
    const sent = await bring(collectionId, 'fileName=list.txt', text);
    expect(sent.status).toBe(202);
    const done = await ended(sent.body.id);
    expect(done.counts).toMatchObject({ rows: 2, added: 1, bad: 1 });
    const errors = await get<{ items: object[] }>(`/api/imports/${sent.body.id}/errors`);
    expect(errors.items).toMatchObject([{ row: 3, column: 'title', code: 'title-unread' }]);
  });

  it('are refused for others, without patterns, and in bytes that are no text', async () => {
    const collectionId = await archive();
    expect(await bring(collectionId, '', 'x')).toMatchObject({
      status: 409,
      body: { code: 'title-patterns-missing' },
    });
    const refused = await save(collectionId, ['{number} {fotograf}']);
    expect(refused).toMatchObject({
      status: 422,
      body: { problems: [{ field: '/patterns/0', code: 'pattern-refused' }] },
    });
    await save(collectionId, [titlePattern]);
    expect((await save(collectionId, [titlePattern])).status).toBe(412);
    expect((await bring(collectionId, '', 'x', caseworker)).status).toBe(403);
    const noText = await bring(
      collectionId,
      'encoding=utf-8',
      Buffer.from([0x31, 0xc3, 0x28, 0x0a]),
    );
    expect(noText).toMatchObject({ status: 422, body: { code: 'not-utf-8' } });
  });
});
