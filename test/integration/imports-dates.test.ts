import type { ImportErrorView, MappingView } from '@athar/imports';
import type { Page } from '@athar/persistence';
import { startImportOffice, type ImportOffice } from '../support/import-office.js';

let office: ImportOffice;

beforeAll(async () => {
  office = await startImportOffice();
});
afterAll(() => office?.stop());

describe('dates of which nobody knows which number is the month', () => {
  const text = 'id,name,birth_date\n1,Amrun Belun,5/6/1985\n2,Celun Delun,25/6/1985\n';

  it('are refused with the forms to write, or read by the order that is told and kept', async () => {
    const into = `/api/collections/${await office.collection()}/imports?format=csv`;
    const refused = await office.brought(`${into}&dryRun=true`, text);
    expect(refused.counts).toMatchObject({ bad: 1, added: 1 });
    expect(refused.datesRead).toEqual([
      { column: 'birth_date', written: '25/6/1985', read: '1985-06-25' },
    ]);
    const errors = await office.get<Page<ImportErrorView>>(`/api/imports/${refused.id}/errors`);
    expect(errors.body.items).toMatchObject([
      { row: 2, code: 'unclear-date', expected: 'one of: 1985-06-05, 1985-05-06' },
    ]);

    const tried = await office.brought(`${into}&dryRun=true&dateOrder=dmy`, text);
    expect(tried).toMatchObject({ counts: { bad: 0, added: 2 }, dateOrder: 'dmy' });
    expect(tried.datesRead).toContainEqual({
      column: 'birth_date',
      written: '5/6/1985',
      read: '1985-06-05',
    });
    const kept = await office.brought(`${into}&dateOrder=dmy&saveMappingAs=days`, text);
    expect(kept).toMatchObject({ counts: { bad: 0, added: 2 }, datesRead: tried.datesRead });
    const again = await office.brought(into, text.replace('5/6/', '7/6/'));
    expect(again).toMatchObject({ counts: { bad: 0, changed: 1 }, dateOrder: 'dmy' });
    expect(again).toMatchObject({ mappingId: kept.mappingId, mappingName: 'days' });

    // What headers stand for may be told anew: the order of the collection's dates stays.
    const mapping = encodeURIComponent(JSON.stringify({ name: 'name' }));
    const mapped = await office.brought(`${into}&mapping=${mapping}`, text);
    expect(mapped).toMatchObject({ counts: { bad: 0, changed: 1 }, mappingName: 'days' });
    const none = await office.brought(`${into}&dryRun=true&mappingId=none`, text);
    expect(none).toMatchObject({ counts: { bad: 1 }, dateOrder: null, mappingName: null });
  });

  it('are read by an order that was saved for all only where it is asked for', async () => {
    const saved = { kind: 'entries', name: 'all', headers: ['Ref', 'name', 'birth_date'] };
    const { body } = await office.post<MappingView>('/api/import-mappings', {
      ...saved,
      mapping: { Ref: 'id' },
      dateOrder: 'mdy',
    });
    const into = `/api/collections/${await office.collection()}/imports?format=csv&dryRun=true`;
    const file = text.replace('id', 'Ref').replace('25/6', '5/25');
    const found = await office.brought(into, file);
    expect(found).toMatchObject({ mappingName: 'all', dateOrder: null, counts: { bad: 1 } });
    const asked = await office.brought(`${into}&mappingId=${body.id}`, file);
    expect(asked).toMatchObject({ mappingName: 'all', dateOrder: 'mdy', counts: { bad: 0 } });
  });
});
