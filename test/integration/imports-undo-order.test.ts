import type { ImportView } from '@athar/imports';
import { startImportOffice, type ImportOffice } from '../support/import-office.js';

let office: ImportOffice;

beforeAll(async () => {
  office = await startImportOffice();
});
afterAll(() => office?.stop());

it('an undo that later imports stand in the way of names them with their files, the newest first', async () => {
  const into = `/api/collections/${await office.collection()}/imports?fileName=`;
  const list = (age: number) => `id,name,age\n1,Amrun Belun,${age}\n`;
  const first = await office.brought(`${into}first.csv`, list(30));
  const second = await office.brought(`${into}second.csv`, list(31));
  const third = await office.brought(`${into}third.csv`, list(32));
  const undo = ({ id }: ImportView) => office.post<ImportView>(`/api/imports/${id}/undo`);

  const refused = await undo(first);
  const named = ({ id }: ImportView, file: string) => ({
    field: `imports/${id}`,
    code: 'undo-first',
    expected: expect.stringContaining(`"${file}"`) as string,
    fix: `Undo it first: POST /api/imports/${id}/undo.`,
  });
  expect(refused).toMatchObject({
    status: 409,
    body: {
      code: 'import-changed-since',
      problems: [named(third, 'third.csv'), named(second, 'second.csv')],
    },
  });
  for (const one of [third, second, first]) {
    const begun = await undo(one);
    expect(begun.status).toBe(202);
    expect(await office.ended(one.id)).toMatchObject({ state: 'undone' });
  }
});
