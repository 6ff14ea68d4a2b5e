import type { ImportView, PreviewedRowView } from '@athar/imports';
import { withOwner, type Page } from '@athar/persistence';
import { startImportOffice, type ImportOffice } from '../support/import-office.js';

let office: ImportOffice;

beforeAll(async () => {
  office = await startImportOffice();
});
afterAll(() => office?.stop());

const get = <Body>(path: string, as?: string) => office.get<Body>(path, as);
const post = <Body>(path: string, body?: unknown, as?: string) => office.post<Body>(path, body, as);

const bring = (id: string, query: string, text: string | Buffer | ReadableStream) =>
  office.sendBytes<ImportView & { code: string }>(`/api/collections/${id}/imports?${query}`, text);

const brought = (id: string, query: string, text: string | Buffer) =>
  office.brought(`/api/collections/${id}/imports?${query}`, text);

async function badRows(id: string, query = ''): Promise<string> {
  const response = await fetch(`${office.house.url}/api/imports/${id}/errors/file${query}`, {
    headers: { 'x-athar-member': office.steward },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain(`bad-rows-${id}`);
  return response.text();
}

const audited = (action: string) =>
  withOwner(office.house.database.urls.owner, (manager) =>
    manager.query<{ subject_id: string }[]>(
      'SELECT subject_id FROM audit_events WHERE action = $1 ORDER BY sequence DESC',
      [action],
    ),
  );

describe('a dry run', () => {
  it('tells by row what would be, names of fields and no values', async () => {
    const id = await office.collection();
    await brought(id, 'format=csv', 'id,name,age\na,Amrun,30\nb,Belun,40\n');
    const text = 'id,name,age\na,Amrun,30\nb,Belun,41\nc,Celun,1\nd,Delun,old\n';
    const dry = await brought(id, 'format=csv&dryRun=true', text);
    expect(dry).toMatchObject({
      state: 'previewed',
      counts: { rows: 4, bad: 1, added: 1, changed: 1, unchanged: 1 },
      progress: { received: 4, applied: 0, share: 1 },
    });
    const { body } = await get<Page<PreviewedRowView>>(`/api/imports/${dry.id}/preview?limit=2`);
    expect(body.items).toEqual([
      { row: 2, outcome: 'unchanged', fields: [] },
      { row: 3, outcome: 'changed', fields: ['age'] },
    ]);
    const rest = await get<Page<PreviewedRowView>>(
      `/api/imports/${dry.id}/preview?cursor=${body.nextCursor}`,
      office.coordinator,
    );
    expect(rest.body.items).toMatchObject([{ row: 4, outcome: 'added' }]);
    expect((await get(`/api/imports/${dry.id}/preview`, office.stranger)).status).toBe(404);
    const { body: entries } = await get<Page<object>>(
      `/api/entries?reason=review&collectionId=${id}`,
    );
    expect(entries.items).toHaveLength(2);
  });
});

describe('bad rows', () => {
  const text =
    'id,name,age,note to self\na,Amrun,30,x\nb,"+Belun, jr",thirty,y\nc,Celun,40,z,surplus\na,Delun,9,\n';

  it('come back as they were with the reasons, are mended and brought in', async () => {
    const id = await office.collection();
    const first = await brought(id, 'format=csv&ignoreUnknown=true', text);
    expect(first.counts).toMatchObject({ rows: 4, bad: 3, added: 1 });
    const file = await badRows(first.id, '?language=en');
    const lines = file.trimEnd().split('\n');
    expect(lines[0]).toBe('id,name,age,note to self,column 5,Why the row was refused');
    expect(lines[1]).toMatch(/^b,"'\+Belun, jr",thirty,y,,"""age"": An age that cannot be read/);
    expect(lines[2]).toMatch(/^c,Celun,40,z,surplus,/);
    expect(lines[3]).toContain('the same as row 2');
    const mended = file.replace('thirty', '31').replace('surplus', '').replace('\na,', '\nd,');
    const second = await brought(id, 'format=csv&ignoreUnknown=true', mended);
    expect(second.counts).toMatchObject({ rows: 3, bad: 0, added: 3 });
    const { body } = await get<Page<{ names: object }>>(
      `/api/entries?reason=review&collectionId=${id}`,
    );
    expect(JSON.stringify(body.items)).toContain('"+Belun, jr"');
  });

  it('tell their reasons in Arabic, in whatever format, to those who may mend them', async () => {
    const id = await office.collection();
    const { id: importId } = await brought(id, 'format=csv&ignoreUnknown=true', text);
    const lines = (await badRows(importId, '?format=jsonl')).trimEnd().split('\n');
    const [row] = lines.map((line) => JSON.parse(line) as Record<string, string>);
    expect(row).toMatchObject({ id: 'b', age: 'thirty' });
    expect(row?.['سبب رفض الصف']).toMatch(/^«age»: عمر غير مقروء/);
    const listed = `/api/imports/${importId}/errors`;
    const reasons = async (query: string) =>
      (await get<Page<{ reason: string }>>(listed + query)).body.items.map(({ reason }) => reason);
    expect((await reasons('?language=ar'))[0]).toMatch(/^عمر غير مقروء: [^A-Za-z]+$/);
    expect((await reasons(''))[0]).toMatch(/^An age that cannot be read: /);
    const asWorkbook = await fetch(
      `${office.house.url}/api/imports/${importId}/errors/file?format=xlsx`,
      {
        headers: { 'x-athar-member': office.steward },
      },
    );
    expect(
      Buffer.from(await asWorkbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await get(`/api/imports/${importId}/errors/file`, office.coordinator)).status).toBe(
      403,
    );
    expect((await get(`/api/imports/${importId}/errors/file`, office.stranger)).status).toBe(404);
    expect((await audited('import.bad-rows-read'))[0]?.subject_id).toBe(importId);
  });
});

describe('an import that is cancelled', () => {
  it('while it is received brings nothing in, and the sender learns why', async () => {
    const id = await office.collection();
    let go: (() => void) | undefined;
    const waiting = new Promise<void>((resolve) => (go = resolve));
    let sent = 0;
    const stalled = new ReadableStream({
      async pull(controller) {
        sent += 1;
        if (sent === 1) {
          const rows = Array.from({ length: 700 }, (_, n) => `n${n},Amrun\n`).join('');
          return controller.enqueue(Buffer.from(`id,name\n${rows}`));
        }
        await waiting;
        if (sent > 2) return controller.close();
        controller.enqueue(Buffer.from('last,Belun\n'));
      },
    });
    const sending = bring(id, 'format=csv', stalled);
    const received = async () =>
      (await get<Page<ImportView>>(`/api/imports?collectionId=${id}`)).body.items[0];
    while ((await received())?.progress.received !== 500) {
      await new Promise((look) => setTimeout(look, 20));
    }
    const importId = (await received())?.id ?? '';
    expect(
      (await post(`/api/imports/${importId}/cancel`, undefined, office.coordinator)).status,
    ).toBe(403);
    expect((await post(`/api/imports/${importId}/cancel`, undefined, office.stranger)).status).toBe(
      404,
    );
    const cancelled = await post<ImportView>(`/api/imports/${importId}/cancel`);
    expect(cancelled.body).toMatchObject({ state: 'cancelled', counts: { added: 0 } });
    go?.();
    expect((await sending).body.code).toBe('import-cancelled');
    expect((await post(`/api/imports/${importId}/cancel`)).status).toBe(409);
    const { body } = await get<Page<object>>(`/api/entries?reason=review&collectionId=${id}`);
    expect(body.items).toEqual([]);
  });

  it('or undone after its end is refused where nothing is left to do', async () => {
    const id = await office.collection();
    const done = await brought(id, 'format=csv&mode=all_or_nothing', 'id,name,age\na,Amrun,old\n');
    expect(done.state).toBe('refused');
    expect((await post(`/api/imports/${done.id}/cancel`)).status).toBe(409);
    expect((await post(`/api/imports/${done.id}/undo`)).status).toBe(409);
    expect((await post(`/api/imports/${done.id}/undo`, undefined, office.coordinator)).status).toBe(
      403,
    );
  });
});
