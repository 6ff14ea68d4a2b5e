import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REGISTRY_COLUMNS } from '@athar/registry';
import { runAthar, type Ended } from '../support/athar-command.js';
import { startHouse, type House } from '../support/house.js';
import { send } from '../support/http.js';
import { manifest, titlePattern } from '../support/photographs-app.js';
import { fileOf, koboRows } from '../support/report-files.js';

let folder: string;
let house: House;
let steward: string;
let caseworker: string;
let coordinator: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-bring-'));
  house = await startHouse();
  const { members } = await house.organisation(['steward'], ['caseworker'], ['coordinator']);
  [steward = '', caseworker = '', coordinator = ''] = members.map(({ id }) => id);
});
afterAll(async () => {
  await house?.stop();
  await rm(folder, { recursive: true, force: true });
});

function athar(as: string, ...args: string[]): Promise<Ended> {
  return runAthar([...args, '--as', as, '--url', house.url], { cwd: folder });
}

const keep = (file: string, text: string | Buffer) => writeFile(join(folder, file), text);
const read = (file: string) => readFile(join(folder, file), 'utf8');
const into = (title: string): string[] => ['--title', title, '--custodian', 'Invented keepers'];

describe('athar import --titles', () => {
  const list = ['import', 'list.txt', '--titles', ...into('Photographs')];
  const pattern = ['--pattern', titlePattern];

  beforeAll(() => keep('list.txt', `${manifest.join('\n')}\nscan of a door\n`));

  it('asks for patterns, saves them once, and says what became of the photographs', async () => {
    const without = await athar(steward, ...list);
    expect(without.code).toBe(1);
    expect(without.stderr).toContain("--pattern '{number}");
    const first = await athar(steward, ...list, ...pattern);
    expect(first.stderr).toMatch(/Made the collection [-0-9a-f]{36}/);
    expect(first.stderr).toContain('list.txt: line 7, column title');
    expect(first.stderr).not.toContain('scan of a door');
    expect(first.stdout.split('\n')).toEqual([
      'Read 7 rows: 6 good, 1 bad. Are added 6, changed 0, unchanged 0.',
      'Titles that no pattern reads: 1.',
      'Groups of one person each: 4. Entries added 4, changed 0, unchanged 0.',
      expect.stringMatching(/^Import [-0-9a-f]{36}: applied.$/),
      '',
    ]);
    expect(first.code).toBe(2);
    const again = await athar(steward, ...list, ...pattern);
    expect(again.stdout).toContain('Are added 0, changed 0, unchanged 6.');
  });

  it.each(['bad.csv', 'bad.txt'])(
    'gives unread titles back as %s, which is brought in mended with the same command',
    async (bad) => {
      await keep('few.txt', `${manifest[0]}\n.:\n./215/13 samer 31-02-2013.jpg\n`);
      const title = into(`Mended ${bad}`);
      const first = await athar(
        ...[steward, 'import', 'few.txt', '--titles', ...title, ...pattern, '--errors-file', bad],
      );
      expect(first.code).toBe(2);
      const text = await read(bad);
      expect(text).toContain('13 samer 31-02-2013');
      await keep(bad, text.replace('31-02-2013', '28-02-2013'));
      const again = ['import', bad, '--titles', ...title, ...pattern, '--errors-file', 'rest.csv'];
      const mended = await athar(steward, ...again);
      expect(mended.stdout).toContain('Read 1 row: 1 good, 0 bad. Are added 1');
    },
  );

  it('never replaces patterns, and refuses a pattern that cannot be used', async () => {
    const other = await athar(steward, ...list, '--pattern', '{number}');
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toContain('has other title patterns already');
    const wrong = ['import', 'list.txt', '--titles', ...into('Others'), '--pattern', '{nothing}'];
    const refused = await athar(steward, ...wrong);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('Pattern 1 cannot be used: at character 2 expected one of');
    expect(refused.stderr).not.toContain('Made the collection');
    const others = ['import', 'list.txt', '--titles', ...into('Others')];
    const dry = await athar(steward, ...others, ...pattern, '--dry-run');
    expect(dry.stderr).toContain('none was made');
    expect(dry.stdout).toContain('6 good, 1 bad. Would be added 6');
    expect(dry.stdout).toContain(
      'Titles that no pattern reads: 1.\nGroups of one person each would be: 4.\n',
    );
    const none = await athar(steward, ...others, ...pattern, '--mode', 'all_or_nothing');
    expect(none.stderr).toContain('none was made');
    const stray = await athar(steward, 'import', 'list.txt', ...into('Others'), ...pattern);
    expect(stray.stderr).toContain('give --titles with it');
  });
});

describe('athar import of civil records', () => {
  it('knows a row by the page of its register', async () => {
    const text = 'الاسم,رقم القيد,محل القيد,died_on\nRami Nassar,117,Inventabad,2014-02-01\n';
    await keep('civil.csv', text);
    const civil = ['import', 'civil.csv', '--kind', 'civil_records', ...into('Civil register')];
    const first = await athar(steward, ...civil, '--as-proposed');
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toContain('Are added 1');
    const again = await athar(steward, ...civil, '--as-proposed');
    expect(again.stdout).toContain('added 0, changed 0, unchanged 1');
  });

  it('names every column that an entry can have', async () => {
    const { stdout } = await runAthar(['import', '--help'], { cwd: folder });
    const named = new Set(stdout.match(/[a-z_]+/g));
    expect(REGISTRY_COLUMNS.filter((column) => !named.has(column))).toEqual([]);
  });
});

describe('athar import --reports', () => {
  it('takes what was typed from a paper form', async () => {
    const head = 'given_name,family_name,contact_name,consent_store,consent_date,consent_way';
    const row = 'رامي,زفيرون,Invented Relative,yes,2026-03-01,in_person';
    await keep('typed.csv', `${head}\n${row}\n${row.replace('yes', 'no')}\n`);
    const brought = await athar(caseworker, 'import', 'typed.csv', '--reports', '--dry-run');
    expect(brought.stdout).toContain('Read 2 rows: 1 good, 1 bad. Would be added 1');
    expect(brought.stderr).toContain('typed.csv: line 3, column consent_store');
    expect(brought.code).toBe(2);
  });

  it('brings a form of Kobo in, and athar export reports writes it again', async () => {
    await keep('kobo.csv', await fileOf('csv', koboRows(3)));
    const kobo = ['import', 'kobo.csv', '--reports'];
    const refused = await athar(caseworker, ...kobo);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('relative/name');
    const brought = await athar(caseworker, ...kobo, '--as-proposed');
    expect(brought).toMatchObject({ code: 0 });
    expect(brought.stderr).toContain('relative/name=contact_name');
    expect(brought.stdout).toContain('Read 3 rows: 3 good, 0 bad. Are added 3');
    const lost = await athar(caseworker, ...kobo, ...into('Reports'));
    expect(lost.stderr).toContain('no collection');
    const written = await athar(coordinator, 'export', 'reports', '--out', 'reports.csv');
    expect(written).toMatchObject({ code: 0 });
    expect((await read('reports.csv')).trim().split('\n')).toHaveLength(4);
  });
});

describe('athar export decisions', () => {
  it('writes what was decided for a steward, to a CSV alone', async () => {
    const written = await athar(steward, 'export', 'decisions', '--out', 'decisions.csv');
    expect([written.code, await read('decisions.csv')]).toEqual([0, 'pair,same,kind,level\n']);
    expect(written.stdout + written.stderr).toMatch(/of 0 pairs.*may not be disclosed.*left out/s);
    const refused = await athar(caseworker, 'export', 'decisions', '--out', 'no.csv');
    expect(refused.stderr).toContain('steward');
    expect((await athar(steward, 'export', 'decisions', '--out', 'no.xlsx')).code).toBe(1);
    expect(await readdir(folder)).not.toContain('no.csv');
  });
});

describe('athar export entries', () => {
  const reason = ['--reason', 'quality_check'];

  it('writes what can be brought in again', async () => {
    await keep('good.csv', 'id,name,age\na,سامر القصير,30\nb,Rami Nassar,41\n');
    const { body } = await send<{ id: string }>(house.url, 'POST', '/api/collections', {
      as: steward,
      body: { kind: 'other', title: 'Written', custodian: 'Invented', mayDisclose: true },
    });
    await athar(steward, 'import', 'good.csv', '--collection', body.id);
    await athar(steward, 'import', 'good.csv', ...into('Kept in the house'));
    const written = await athar(steward, 'export', 'entries', '--out', 'entries.csv', ...reason);
    expect(written.stdout).toMatch(/^Entries 2, left out \d+ \(no_disclosure\)\.\n$/);
    expect(written.code).toBe(0);
    expect(await read('entries.csv')).toContain('Rami Nassar');
  });

  it('says why a file has nothing in it, and of none that it holds names', async () => {
    const title = 'Kept in the house too';
    await keep('kept.csv', 'id,name\na,Rami Nassar\n');
    const brought = await athar(steward, 'import', 'kept.csv', ...into(title));
    const collection = /collection ([-0-9a-f]{36})/.exec(brought.stderr)?.[1] ?? 'none';
    const of = ['--collection', collection, ...reason];
    const empty = await athar(steward, 'export', 'entries', '--out', 'empty.xlsx', ...of);
    expect(empty.stdout).toBe('Entries 0, left out 1 (no_disclosure).\n');
    expect(empty.stderr).toContain('nothing is in it but the names of the columns');
    expect(empty.stderr).not.toContain('in the clear');
    expect(empty.stderr).toContain('mayDisclose');
  });

  it('leaves no file where the service refuses', async () => {
    const refused = await athar(caseworker, 'export', 'entries', '--out', 'no.csv', ...reason);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('steward');
    const tabs = await athar(steward, 'export', 'entries', '--out', 'no.tsv', ...reason);
    expect(tabs.stderr).toContain('.csv, .jsonl or .xlsx');
    expect((await readdir(folder)).filter((name) => name.includes('no.'))).toEqual([]);
  });
});

describe('athar places load', () => {
  const places = [
    'level\tid\tocha_pcode\tname_en\tname_ar\tgovernorate_id\tdistrict_id',
    'governorate\th\tSY04\tHoms\tحمص\t\t',
    'district\tr\tSY0404\tAr-Rastan\tالرستن\th\t',
    'subdistrict\tt\tSY040499\tInventabad\tمخترعاباد\th\tr',
  ];
  const from = ['--source', 'Invented/gazetteer, CC BY 4.0'];

  it('adds places and spellings once, and names bad lines', async () => {
    await keep('places.tsv', places.join('\n'));
    await keep('spellings.tsv', 'ocha_pcode\talias\nSY040499\tInventville\n');
    const load = ['places', 'load', 'places.tsv', 'spellings.tsv', ...from];
    const first = await athar(steward, ...load);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toMatch(/^Places added 1, changed \d+, unchanged \d+; 0 bad lines\.\n$/);
    expect((await athar(steward, ...load)).stdout).toContain('added 0, changed 0');
    await keep('places.tsv', [...places, 'village\ty\tSY040498\tBad\tسيئ\th\tr'].join('\n'));
    const bad = await athar(steward, ...load);
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain('line 5, level');
  });

  it('says what is wrong with files that are no gazetteer', async () => {
    await keep('list.tsv', 'name;code\nHoms;4');
    const refused = await athar(steward, 'places', 'load', 'list.tsv', ...from);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('ocha_pcode');
    await keep('latin.tsv', Buffer.from([0x6c, 0xe9, 0x0a]));
    const latin = await athar(steward, 'places', 'load', 'latin.tsv', ...from);
    expect(latin.stderr).toContain('UTF-8');
    const other = await athar(caseworker, 'places', 'load', 'places.tsv', ...from);
    expect(other.stderr).toContain('steward');
  });
});
