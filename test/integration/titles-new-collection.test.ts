import type { ImportErrorView } from '@athar/imports';
import type { Page } from '@athar/persistence';
import type { CollectionView, TitleSettingsView } from '@athar/registry';
import { startImportOffice, type ImportOffice } from '../support/import-office.js';
import { manifest, titlePattern } from '../support/photographs-app.js';

let office: ImportOffice;

beforeAll(async () => {
  office = await startImportOffice();
});
afterAll(() => office?.stop());

const list = [...manifest, 'scan of a door'].join('\n');
const patterns = [titlePattern, 'H{hospital}-{number}'];
const told = (settings: unknown) => ({
  'x-athar-title-patterns': encodeURIComponent(JSON.stringify(settings)),
});

const into = (title: string, query = '') =>
  `/api/collections/titles?title=${title}&custodian=Keepers${query}`;

async function titled(title: string): Promise<CollectionView[]> {
  const { body } = await office.get<Page<CollectionView>>('/api/collections');
  return body.items.filter((one) => one.title === title);
}

describe('a list of titles for a new collection', () => {
  it('makes it, with its patterns, once the list came in', async () => {
    const settings = { patterns, assumedBranch: '215' };
    const view = await office.brought(into('Photos', '&mayDisclose=true'), list, told(settings));
    expect(view).toMatchObject({ kind: 'titles', state: 'applied', counts: { added: 6, bad: 1 } });
    expect(await titled('Photos')).toMatchObject([
      { id: view.collectionId, kind: 'photo_archive', mayDisclose: true, entries: 4 },
    ]);
    const saved = await office.get<TitleSettingsView>(
      `/api/collections/${view.collectionId}/title-patterns`,
    );
    expect(saved.body).toMatchObject({ ...settings, version: 2 });
    const again = `/api/collections/${view.collectionId}/titles`;
    expect((await office.brought(again, list)).counts).toMatchObject({ added: 0, unchanged: 6 });
    const one = '1234 samer 06-05-2013 215\n99 rami 05-05-2013 227';
    expect(await office.brought(`${again}?dryRun=true`, one)).toMatchObject({
      counts: { added: 2 },
      foreseen: { groups: 2 },
    });
    expect(office.house.logLines.join('')).not.toMatch(/samer|سامر|hospital/);
  });

  it('has every title read in a dry run, which makes no collection', async () => {
    const view = await office.brought(into('Tried', '&dryRun=true'), list, told({ patterns }));
    expect(view).toMatchObject({
      state: 'previewed',
      collectionId: null,
      counts: { rows: 7, added: 6, bad: 1 },
      foreseen: { groups: 4 },
    });
    const errors = await office.get<Page<ImportErrorView>>(`/api/imports/${view.id}/errors`);
    expect(errors.body.items).toMatchObject([{ row: 7, column: 'title', code: 'title-unread' }]);
    expect(await titled('Tried')).toEqual([]);
  });

  it('leaves nothing behind where it is refused, and names the patterns that cannot be used', async () => {
    const whole = into('Refused', '&mode=all_or_nothing');
    const refused = await office.brought(whole, list, told({ patterns }));
    expect(refused).toMatchObject({ state: 'refused', collectionId: null });
    const wrong = await office.sendBytes(into('Refused'), list, told({ patterns: ['{nothing}'] }));
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'title-pattern-refused', problems: [{ field: '/patterns/0' }] },
    });
    expect(await titled('Refused')).toEqual([]);
  });

  it.each([
    ['none', {}],
    ['no encoded JSON', { 'x-athar-title-patterns': '%' }],
    ['nothing of patterns', told({ pattern: 'x' })],
    ['what cannot be kept', told({ patterns: ['{number}'], assumedBranch: '\u0000' })],
  ])('is refused at once where its header says %s', async (_, headers) => {
    const { status, body } = await office.sendBytes(into('Headed'), list, headers);
    expect([status, body]).toMatchObject([
      422,
      { problems: [{ field: 'header/x-athar-title-patterns' }] },
    ]);
    expect(await titled('Headed')).toEqual([]);
  });
});
