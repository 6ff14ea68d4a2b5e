import type { ImportView } from '@athar/imports';
import { send } from '../support/http.js';
import { startImportOffice, type ImportOffice } from '../support/import-office.js';
import { titlePattern } from '../support/photographs-app.js';

let office: ImportOffice;

beforeAll(async () => {
  office = await startImportOffice();
});
afterAll(() => office?.stop());

async function archive(): Promise<string> {
  const id = await office.collection({ kind: 'photo_archive' });
  const saved = await send(office.house.url, 'PUT', `/api/collections/${id}/title-patterns`, {
    as: office.steward,
    body: { patterns: [titlePattern] },
    headers: { 'if-match': '"1"' },
  });
  expect(saved.status).toBe(200);
  return `/api/collections/${id}/titles?fileName=`;
}

async function badRows({ id }: ImportView, query = ''): Promise<string> {
  const response = await fetch(`${office.house.url}/api/imports/${id}/errors/file?${query}`, {
    headers: { 'x-athar-member': office.steward },
  });
  return response.text();
}

describe('bad titles of a text', () => {
  const good = '1234 samer 03-05-2013 215';

  it('come back as they stood, and are brought in mended under the same ending', async () => {
    const into = await archive();
    const first = await office.brought(`${into}list.txt`, `${good}.jpg\nIMG_0001.jpg\n`);
    expect(first.counts).toMatchObject({ rows: 2, bad: 1, added: 1 });
    const text = await badRows(first, 'language=en');
    const [header, row] = text.replace('\uFEFF', '').split('\n');
    expect(header).toBe('title\tWhy the row was refused');
    expect(row).toMatch(/^IMG_0001\.jpg\t./);

    const still = await office.brought(`${into}mend.txt`, text);
    expect(still.counts).toMatchObject({ rows: 1, bad: 1, added: 0 });
    expect((await badRows(still, 'language=en')).split('\n')[1]).toBe(row);
    const mended = text.replace('IMG_0001.jpg', '1235 samer 03-05-2013 215.jpg');
    expect((await office.brought(`${into}mend.txt`, mended)).counts).toMatchObject({
      ...{ rows: 1, bad: 0, added: 1 },
    });
  });

  it('keep their folders, and what tells copies apart', async () => {
    const into = await archive();
    const list = './215/May:\nIMG_0001.jpg\nIMG_0001.jpg\n';
    const view = await office.brought(`${into}list.txt`, list);
    expect(view.counts).toMatchObject({ rows: 2, bad: 2 });
    const rows = (await badRows(view)).replace('\uFEFF', '').trimEnd().split('\n');
    expect(rows.map((row) => row.split('\t').slice(0, -1))).toEqual([
      ['title', 'folder', 'copy'],
      ['IMG_0001.jpg', '215/May', ''],
      ['IMG_0001.jpg', '215/May', '2'],
    ]);
    const again = await office.brought(`${into}mend.txt`, `${rows.join('\n')}\n`);
    expect(again.counts).toMatchObject({ rows: 2, bad: 2 });
  });
});
