import { randomUUID } from 'node:crypto';
import pg from 'pg';
import sharp from 'sharp';
import { reportOf } from '../support/cases-app.js';
import { startHouse, type House } from '../support/house.js';
import { send, type Answer, type RequestOptions } from '../support/http.js';

let house: House;
let caseworker: string;
let reviewer: string;
let steward: string;
let stranger: string;

beforeAll(async () => {
  house = await startHouse({ withoutWorker: true });
  const own = await house.organisation(['caseworker'], ['reviewer'], ['steward']);
  [caseworker, reviewer, steward] = own.members.map(({ id }) => id) as [string, string, string];
  stranger = (await house.organisation(['coordinator'])).members[0]?.id ?? '';
});
afterAll(() => house?.stop());

interface Attachment {
  id: string;
  bytes: number;
  mediaType: string;
  title?: string;
  removed: { because: string } | null;
  contacts: { id: string }[];
  code: string;
  problems?: { code: string; expected: string }[];
}

const call = <Body = Attachment>(method: string, path: string, options: RequestOptions = {}) =>
  send<Body>(house.url, method, `/api/${path}`, { as: caseworker, ...options });

const take = async () => (await call('POST', 'reports', { body: reportOf() })).body;

/** Noise, so that it does not become small and lies in several pieces. */
function photograph(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 900, height: 700, channels: 3, background: '#fff', noise } as const;
  return sharp({ create })
    .withExif({ IFD3: { GPSLatitude: '33/1 30/1 59/100' } })
    .jpeg({ quality: 100 })
    .toBuffer();
}

async function post(
  reportId: string,
  body: Uint8Array,
  headers: Record<string, string> = {},
  as = caseworker,
): Promise<Answer<Attachment>> {
  const response = await fetch(
    `${house.url}/api/reports/${reportId}/attachments?kind=photo_of_missing`,
    {
      method: 'POST',
      headers: { 'x-athar-member': as, 'content-type': 'application/octet-stream', ...headers },
      body: new Blob([new Uint8Array(body)]),
    },
  );
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Attachment,
  };
}

async function content(id: string, as = caseworker): Promise<Response> {
  return fetch(`${house.url}/api/attachments/${id}/content`, { headers: { 'x-athar-member': as } });
}

async function stored<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: house.database.urls.owner });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

describe('an attachment', () => {
  it('is kept sealed and given back without place and time, under its own name', async () => {
    const report = await take();
    const name = encodeURIComponent('صورة العرس');
    const added = await post(report.id, await photograph(), {
      'content-type': 'image/jpeg',
      'x-athar-title': name,
      'content-disposition': `attachment; filename*=UTF-8''${name}.exe`,
    });
    expect([added.status, added.body]).toMatchObject([
      201,
      { mediaType: 'image/jpeg', title: 'صورة العرس', fileName: 'صورة العرس.exe', removed: null },
    ]);
    const file = await content(added.body.id, reviewer);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(file.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; .*filename\\*=UTF-8''${name}\\.jpg$`),
    );
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(bytes.length).toBe(added.body.bytes);
    const { width, exif } = await sharp(bytes).metadata();
    expect([width, exif]).toEqual([900, undefined]);

    const pieces = await stored<{ piece: Buffer }>(
      'SELECT piece FROM athar.attachment_pieces WHERE attachment_id = $1 ORDER BY position',
      [added.body.id],
    );
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.some(({ piece }) => bytes.includes(piece.subarray(29, 69)))).toBe(false);
    const [row] = await stored<{ record: Buffer; rest: string }>(
      `SELECT record, (to_jsonb(a) - 'record')::text AS rest FROM athar.attachments a WHERE id = $1`,
      [added.body.id],
    );
    expect(row?.record.includes('صورة')).toBe(false);
    expect(row?.rest).not.toContain('صورة');
    expect(house.logLines.join()).not.toContain('صورة');
    expect(house.logLines.join()).not.toContain(name);
  });

  it('of another type, of two, or too large is refused with what is taken', async () => {
    const report = await take();
    const refused = [
      await post(report.id, Buffer.from('<html>'), { 'content-type': 'image/png' }),
      await post(report.id, await photograph(), { 'content-type': 'application/pdf' }),
      await post(report.id, Buffer.alloc(15 * 1024 * 1024 + 1)),
      await post(report.id, Buffer.from('{}'), { 'content-type': 'application/json' }),
      await post(report.id, await photograph(), { 'x-athar-title': '%' }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'attachment-type-refused'],
      [422, 'attachment-type-mismatch'],
      [413, 'attachment-too-large'],
      [422, 'invalid-request'],
      [422, 'invalid-request'],
    ]);
    expect(refused[0]?.body.problems?.[0]?.expected).toContain('JPEG');
    expect(
      (await call<{ items: object[] }>('GET', `reports/${report.id}/attachments`)).body,
    ).toEqual({ items: [] });
  });

  it('sent twice with one key is one attachment', async () => {
    const report = await take();
    const headers = { 'idempotency-key': randomUUID() };
    const file = await photograph();
    const first = await post(report.id, file, headers);
    expect((await post(report.id, file, headers)).body).toEqual(first.body);
    const other = await post(report.id, await photograph(), headers);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-key-reused']);
    const { body } = await call<{ items: object[] }>('GET', `reports/${report.id}/attachments`);
    expect(body.items).toEqual([first.body]);
    await stored(`UPDATE athar.reports SET state = 'withdrawn' WHERE id = $1`, [report.id]);
    expect((await post(report.id, file, headers)).body.id).toBe(first.body.id);
  });

  it('that is taken away leaves who and why, and neither file nor name', async () => {
    const report = await take();
    const { body } = await post(report.id, await photograph(), { 'x-athar-title': 'Wedding' });
    const path = `attachments/${body.id}`;
    expect((await call('DELETE', path)).status).toBe(422);
    expect((await call('DELETE', `${path}?reason=replaced`, { as: reviewer })).status).toBe(403);
    const removed = await call('DELETE', `${path}?reason=asked_by_family`);
    expect([removed.status, removed.body.title]).toEqual([200, undefined]);
    expect(removed.body.removed).toMatchObject({ by: caseworker, because: 'asked_by_family' });
    const again = await call('DELETE', `${path}?reason=replaced`);
    expect(again.body).toEqual(removed.body);
    expect((await content(body.id)).status).toBe(404);
    expect((await call('GET', path)).body).toEqual(removed.body);
    const left = await stored('SELECT FROM athar.attachment_pieces WHERE attachment_id = $1', [
      body.id,
    ]);
    expect(left).toEqual([]);
  });

  it('is nobody else’s, and comes to no report that was withdrawn', async () => {
    const report = await take();
    const { body } = await post(report.id, await photograph());
    const asStranger = { as: stranger };
    const statuses = [
      (await post(report.id, await photograph(), {}, stranger)).status,
      (await call('GET', `reports/${report.id}/attachments`, asStranger)).status,
      (await call('GET', `attachments/${body.id}`, asStranger)).status,
      (await content(body.id, stranger)).status,
      (await call('DELETE', `attachments/${body.id}?reason=replaced`, asStranger)).status,
    ];
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
    expect((await call('GET', `attachments/${body.id}`, { as: steward })).status).toBe(403);
    expect((await post(report.id, await photograph(), {}, reviewer)).status).toBe(403);
    for (const { id } of report.contacts) {
      await call('POST', `contacts/${id}/withdrawals`, { body: { purposes: ['store_and_match'] } });
    }
    const late = await post(report.id, await photograph());
    expect([late.status, late.body.code]).toEqual([409, 'report-withdrawn']);
    expect((await content(body.id)).status).toBe(200);
  });

  it('leaves a record of everybody who looked at it', async () => {
    const report = await take();
    const { body } = await post(report.id, await photograph());
    await (await content(body.id, reviewer)).arrayBuffer();
    const events = await stored<{ action: string; member_id: string }>(
      `SELECT action, member_id FROM athar.audit_events WHERE subject_id = $1 ORDER BY sequence`,
      [body.id],
    );
    expect(events).toEqual([
      { action: 'attachment.added', member_id: caseworker },
      { action: 'attachment.read', member_id: reviewer },
    ]);
  });
});
