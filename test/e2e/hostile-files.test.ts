import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportErrorView, ImportView } from '@athar/imports';
import type { CollectionView } from '@athar/registry';
import { startService, type AtharService } from '../support/athar-service.js';
import {
  LIST_COLUMNS,
  inEncoding,
  longList,
  refusedFiles,
  workbookOfFormulas,
} from '../support/hostile-files.js';
import { OneConnection } from '../support/one-connection.js';
import { fileOf, Storyteller } from '../support/told-story.js';

const LIMIT_MB = 512;
/** As on a small machine: where there is more, the collector of Node.js takes its time and more memory. */
const HEAP = '--max-old-space-size=256';

let folder: string;
let athar: AtharService;
let url: string;
let steward: Storyteller;
let caseworker: Storyteller;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-test-hostile-'));
  athar = startService(['start'], {
    ATHAR_DATA: join(folder, 'data'),
    ATHAR_PORT: '0',
    NODE_OPTIONS: HEAP,
  });
  [, url = ''] = await athar.printed(/The API page: (\S+)\/api\/docs/);
  const members = athar.output().stderr;
  const idOf = (label: string) => new RegExp(`([0-9a-f-]{36})  ${label} `).exec(members)?.[1] ?? '';
  steward = new Storyteller(url, idOf('steward-1'));
  caseworker = new Storyteller(url, idOf('caseworker-1'));
});
afterAll(async () => {
  athar?.child.kill('SIGKILL');
  await athar?.ended();
  await rm(folder, { recursive: true, force: true });
});

async function collection(): Promise<string> {
  const { id } = await steward.post<CollectionView>('/collections', {
    kind: 'hospital_list',
    title: 'Invented list',
    custodian: 'Nobody',
    mayDisclose: true,
  });
  return id;
}

/** A photo archive whose titles can be read. */
async function withPatterns(): Promise<string> {
  const { id } = await steward.post<CollectionView>('/collections', {
    kind: 'photo_archive',
    title: 'Invented archive',
    custodian: 'Nobody',
  });
  await steward.put(`/collections/${id}/title-patterns`, 1, {
    patterns: ['{number} {date:dd-mm-yyyy}'],
  });
  return id;
}

/** What is answered at once to a file that is sent. */
async function sent(path: string, file: Buffer, as = steward) {
  const response = await fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { 'x-athar-member': as.member, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(file),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function exported(collectionId: string, format: 'csv' | 'jsonl'): Promise<string> {
  const query = `format=${format}&reason=quality_check&collectionId=${collectionId}`;
  const response = await fetch(`${url}/api/exports/entries?${query}`, {
    headers: { 'x-athar-member': steward.member },
  });
  return response.text();
}

/** Given names that an export has, by the ids of their rows. */
async function namesIn(collectionId: string): Promise<Record<string, string>> {
  const lines = (await exported(collectionId, 'jsonl')).split('\n').filter((line) => line !== '');
  const rows = lines.map((line) => JSON.parse(line) as { id: string; given_name: string });
  return Object.fromEntries(rows.map(({ id, given_name: name }) => [id, name]));
}

async function brought(query: string, file: Buffer): Promise<{ id: string; view: ImportView }> {
  const id = await collection();
  return { id, view: await steward.bring(`/collections/${id}/imports?${query}`, file) };
}

const problemsOf = async ({ id }: ImportView): Promise<string[]> => {
  const errors = await steward.all<ImportErrorView>(`/imports/${id}/errors`);
  return errors.map(({ row, column, code }) => `${row} ${column} ${code}`);
};

/** The most memory that the process ever held, in MB. */
async function peakMegabytes(): Promise<number> {
  const status = await readFile(`/proc/${athar.child.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

function testMemory(name: string): void {
  if (process.platform !== 'linux') {
    process.stdout.write(`Skipped, since memory is measured on Linux only: ${name}\n`);
    return it.skip(name, () => undefined);
  }
  it(name, async () => {
    const peak = await peakMegabytes();
    expect(peak).toBeGreaterThan(10);
    expect(peak).toBeLessThan(LIMIT_MB);
  });
}

describe('a file that cannot be used', () => {
  const files = refusedFiles();

  it.each(files.map((file) => [file.what, file] as const))('is refused: %s', async (_, refused) => {
    const { query, file, status, code } = refused;
    const answer = await sent(`/collections/${await collection()}/imports?${query}`, file);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(String(answer.body['detail']).length).toBeGreaterThan(20);
  });

  it.each([
    ['titles', 'listing=titles', Buffer.from([0x31, 0xc3, 0x28, 0x0a]), 'encoding-unclear'],
    ['titles', 'format=xlsx', Buffer.from('no workbook'), 'workbook-not-readable'],
    ['reports', 'format=csv', Buffer.from('__proto__,a\n1,2\n'), 'columns-refused'],
    ['reports', 'format=xlsx', Buffer.alloc(5000), 'workbook-not-readable'],
  ])('is refused among %s (%s)', async (kind, query, file, code) => {
    const id = kind === 'titles' ? await withPatterns() : '';
    const answer =
      kind === 'titles'
        ? await sent(`/collections/${id}/titles?${query}`, file)
        : await sent(`/reports/imports?${query}`, file, caseworker);
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  it('leaves its connection to the next request, though most of it was still to come', async () => {
    const connection = await OneConnection.to(url);
    const headers = { 'x-athar-member': steward.member };
    const [begun, rest] = ['id,id\n1,2\n', 'x'.repeat(3_000_000)];
    connection.begin('POST', `/api/collections/${await collection()}/imports?format=csv`, {
      ...headers,
      'content-type': 'application/octet-stream',
      'content-length': String(begun.length + rest.length),
    });
    connection.write(begun);
    expect(await connection.status()).toBe(422);
    connection.write(rest);
    connection.begin('GET', '/api/imports', headers);
    expect(await connection.status()).toBe(200);
    connection.close();
  });

  it('leaves nothing behind', async () => {
    const { items } = await steward.get<{ items: ImportView[] }>('/imports?limit=200');
    expect(items.filter(({ state }) => state !== 'failed')).toEqual([]);
    expect(await steward.all('/entries?reason=quality_check')).toEqual([]);
  });
});

const manyKeys = () => Array.from({ length: 1_000_000 }, (_, at) => `"c${at}":1`).join();

describe('a file with odd bytes', () => {
  const text = 'id,given_name\r\n1,سليمون\r\n2,نورون\r\n3,ليلون\r\n';
  const names = { 1: 'سليمون', 2: 'نورون', 3: 'ليلون' };
  const bigEndian = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

  it.each([
    ['windows-1256', inEncoding('windows-1256', text)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', bigEndian],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
  ])('is recognised as %s and read', async (encoding, file) => {
    const { id, view } = await brought('format=csv', file);
    expect(view).toMatchObject({ encoding, counts: { rows: 3, bad: 0, added: 3 } });
    expect(await namesIn(id)).toEqual(names);
  });

  it('is read in the encoding that is named', async () => {
    const { id } = await brought('format=csv&encoding=iso-8859-6', inEncoding('iso-8859-6', text));
    expect(await namesIn(id)).toEqual(names);
  });

  it('is read whatever its lines end with', async () => {
    const file = Buffer.from('id,given_name\r1,Aun\n2,"Bun\rCun"\r\n\r\n3,Dun');
    const { id, view } = await brought('format=csv', file);
    expect(view.counts).toMatchObject({ rows: 3, added: 3 });
    expect(Object.values(await namesIn(id)).map((name) => name.replace('\n', ' '))).toEqual([
      'Aun',
      'Bun Cun',
      'Dun',
    ]);
  });

  it('loses rows with NUL or half characters to the bad ones, and no others', async () => {
    const file = Buffer.from('id,given_name\n1,A\0un\n2,Bun\n\0,Cun\n4,Dun\n');
    const { id, view } = await brought('format=csv', file);
    expect(view.counts).toMatchObject({ rows: 4, bad: 2, added: 2 });
    expect(await problemsOf(view)).toEqual(['2 given_name nul-character', '4 id nul-character']);
    expect(await namesIn(id)).toEqual({ 2: 'Bun', 4: 'Dun' });
    const lines =
      String.raw`{"id":"1","given_name":"\ud800un"}` + '\n{"id":"2","given_name":"Bun"}\n';
    const json = await brought('format=jsonl', Buffer.from(lines));
    expect(await namesIn(json.id)).toEqual({ 2: 'Bun' });
  });

  it('is read without the marks that turn what one sees around', async () => {
    const file = Buffer.from('\u202eid\u202c,given_name\n1,\u202eنورون\u202c\n2,\u2067Bun\u2069\n');
    const { id } = await brought('format=csv', file);
    expect(await namesIn(id)).toEqual({ 1: 'نورون', 2: 'Bun' });
  });

  it('gives of formulas the value that was calculated, never the formula', async () => {
    const { id, view } = await brought('format=xlsx', workbookOfFormulas());
    expect(view.counts).toMatchObject({ rows: 2, bad: 1, added: 1 });
    expect(await namesIn(id)).toEqual({ 1: 'Nurun' });
  });

  it.each([
    ['csv', `id,given_name\n1,${'x'.repeat(30 * 1024 * 1024)}\n2,Bun\n`, 'row-too-long'],
    ['csv', `id,given_name\n1,${'x,'.repeat(100_000)}\n2,Bun\n`, 'too-many-cells'],
    ['csv', 'id,given_name\n1,"Aun\n2,Bun\n', 'unclosed-quote'],
    ['jsonl', `${'['.repeat(100_000)}\n{"id":"2","given_name":"Bun"}\n`, 'not-a-json-object'],
    ['jsonl', `{"id":{"a":1},"given_name":"A"}\n{"id":"2","given_name":"Bun"}\n`, 'not-a-cell'],
    ['jsonl', `{${manyKeys()}}\n{"id":"2","given_name":"Bun"}\n`, 'row-too-long'],
  ])('of %s loses one row and says why (%#)', async (format, text, code) => {
    const { id, view } = await brought(`format=${format}`, Buffer.from(text));
    expect((await problemsOf(view)).join()).toContain(code);
    expect(await namesIn(id)).toEqual({ 2: 'Bun' });
  });
});

describe('a name that a spreadsheet takes for a formula', () => {
  const dangerous = ['- Amrun', '+Belun', '-Bun', "'@Cun", "'=Dun", '＝Eun'];
  const rows = dangerous.map((name, at) => ({ id: String(at), given_name: name }));
  const same = Object.fromEntries(dangerous.map((name, at) => [String(at), name]));

  it('leaves the house as a text, and comes in again as it was', async () => {
    const file = await fileOf('xlsx', ['id', 'given_name'], rows);
    const { id } = await brought('format=xlsx', file);
    expect(await namesIn(id)).toEqual(same);
    const table = await exported(id, 'csv');
    expect(table).not.toMatch(/(^|[,\n"])\s*[=+\-@＝]/u);
    const again = await steward.bring(`/collections/${id}/imports?format=csv`, Buffer.from(table));
    expect(again.counts).toMatchObject({ rows: 6, bad: 0, changed: 0, unchanged: 6 });
    expect(await namesIn(id)).toEqual(same);
  });

  it('does so among the rows to be mended', async () => {
    const bad = rows.map((row) => ({ ...row, photo_dates: 'yesterday' }));
    const { view } = await brought(
      'format=csv',
      await fileOf('csv', ['id', 'given_name', 'photo_dates'], bad),
    );
    expect(view.counts).toMatchObject({ bad: 6 });
    const response = await fetch(`${url}/api/imports/${view.id}/errors/file?format=csv`, {
      headers: { 'x-athar-member': steward.member },
    });
    expect(await response.text()).not.toMatch(/(^|[,\n"])\s*[=+\-@＝]/u);
  });
});

testMemory(`hostile files are taken in less than ${LIMIT_MB} MB`);

describe('a workbook of 100,000 rows', () => {
  it('is tried', async () => {
    const id = await collection();
    const file = await fileOf('xlsx', LIST_COLUMNS, longList(100_000));
    const path = `/collections/${id}/imports?format=xlsx&dryRun=true`;
    const view = await steward.bring(path, file);
    const counts = { rows: 100_000, bad: 0, added: 100_000 };
    expect(view).toMatchObject({ state: 'previewed', counts });
  }, 480_000);

  testMemory(`is tried in less than ${LIMIT_MB} MB`);
});
