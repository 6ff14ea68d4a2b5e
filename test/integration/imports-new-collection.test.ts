import type { ImportErrorView, ImportView } from '@athar/imports';
import type { Page } from '@athar/persistence';
import type { CollectionView } from '@athar/registry';
import { startImportOffice, type ImportOffice } from '../support/import-office.js';

let office: ImportOffice;

beforeAll(async () => {
  office = await startImportOffice();
});
afterAll(() => office?.stop());

const text = 'id,name,age\n1,Amrun Belun,34\n2,Celun Delun,many\n';

const into = (title: string, query = '') =>
  `/api/collections/imports?format=csv&title=${title}&custodian=Keepers${query}`;

async function titled(title: string): Promise<CollectionView[]> {
  const { body } = await office.get<Page<CollectionView>>('/api/collections');
  return body.items.filter((one) => one.title === title);
}

describe('a file for a new collection', () => {
  it('makes it under the terms that come with it, and says what they close', async () => {
    const view = await office.brought(into('Open', '&mayDisclose=true&collectionKind=other'), text);
    expect(view).toMatchObject({ state: 'applied', counts: { added: 1, bad: 1 } });
    expect(await titled('Open')).toMatchObject([
      { id: view.collectionId, mayDisclose: true, mayMatch: true, entries: 1 },
    ]);
    expect(view.exportsClosedBy).toBeNull();
    const closed = await office.brought(into('Closed'), text);
    expect(closed.exportsClosedBy).toBe('no_disclosure');
    const summary = `/api/exports/entries/summary?collectionId=${closed.collectionId}`;
    expect((await office.get(summary)).body).toMatchObject({
      entries: 0,
      leftOut: [
        {
          reason: 'no_disclosure',
          entries: 1,
          fix: expect.stringContaining('mayDisclose') as string,
        },
      ],
    });
  });

  it('has its rows checked in a dry run, which makes no collection', async () => {
    const view = await office.brought(into('Tried', '&dryRun=true'), text);
    expect(view).toMatchObject({
      state: 'previewed',
      collectionId: null,
      counts: { rows: 2, added: 1, bad: 1 },
    });
    const errors = await office.get<Page<ImportErrorView>>(`/api/imports/${view.id}/errors`);
    expect(errors.body.items).toMatchObject([{ row: 3, column: 'age', code: 'bad-age' }]);
    const preview = await office.get(`/api/imports/${view.id}/preview`);
    expect(preview.body).toMatchObject({ items: [{ row: 2, outcome: 'added' }] });
    expect(await titled('Tried')).toEqual([]);
  });

  it('leaves nothing behind where it is refused', async () => {
    const refused = await office.brought(into('Refused', '&mode=all_or_nothing'), text);
    expect(refused).toMatchObject({ state: 'refused', collectionId: null });
    const unknown = await office.sendBytes(into('Refused'), 'id,nmae\n1,Amrun\n');
    expect(unknown).toMatchObject({
      status: 422,
      body: { problems: [{ fix: expect.stringMatching(/mapping.*ignoreUnknown/) as string }] },
    });
    const broken = await office.sendBytes(into('Refused'), 'id,name\n1,Amrun\n"2,Belun');
    expect(broken.status).toBe(202);
    expect(await titled('Refused')).toHaveLength(1);
  });

  it('is refused at once where there can be no such collection', async () => {
    const { status, body } = await office.sendBytes(into('Dated', '&dateRange=5/6/2013'), text);
    expect([status, body]).toMatchObject([422, { problems: [{ field: '/dateRange' }] }]);
    expect((await office.sendBytes('/api/collections/imports?format=csv', text)).status).toBe(422);
  });

  it('asked for again with the same key is the same import', async () => {
    const key = '6f1c6a1e-2c63-4f0b-9d0a-1f2c3b4a5d6e';
    const ask = async () => {
      const response = await fetch(`${office.house.url}${into('Once')}`, {
        method: 'POST',
        headers: {
          'x-athar-member': office.steward,
          'content-type': 'text/csv',
          'idempotency-key': key,
        },
        body: text,
      });
      return (await response.json()) as ImportView;
    };
    const first = await ask();
    await office.ended(first.id);
    expect((await ask()).id).toBe(first.id);
    expect(await titled('Once')).toHaveLength(1);
  });
});
