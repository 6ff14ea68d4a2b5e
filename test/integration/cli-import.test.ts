import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withOwner } from '@athar/persistence';
import { runAthar, type Ended } from '../support/athar-command.js';
import { startCuttingProxy, type CuttingProxy } from '../support/cutting-proxy.js';
import { startHouse, type House } from '../support/house.js';

let folder: string;
let house: House;
let proxy: CuttingProxy;
let steward: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-import-'));
  house = await startHouse();
  proxy = await startCuttingProxy(house.url);
  steward = (await house.organisation(['steward'])).members[0]?.id ?? '';
});
afterAll(async () => {
  await proxy?.stop();
  await house?.stop();
  await rm(folder, { recursive: true, force: true });
});

function athar(...args: string[]): Promise<Ended> {
  return runAthar([...args, '--as', steward, '--url', proxy.url], { cwd: folder });
}

async function bring(file: string, text: string, ...options: string[]): Promise<Ended> {
  await writeFile(join(folder, file), text);
  const as = ['--as', steward, '--url', proxy.url];
  return runAthar(['import', file, ...as, ...options], { cwd: folder });
}

/** The import that a command told of. */
function importIn(said: string): string {
  return /Import ([-0-9a-f]{36})/.exec(said)?.[1] ?? 'none';
}

const into = (title: string): string[] => ['--title', title, '--custodian', 'Invented keepers'];

/** What the registry holds under a title. */
function countsOf(title: string): Promise<Record<string, string>[]> {
  return withOwner(house.database.urls.owner, (manager) =>
    manager.query(
      `SELECT count(DISTINCT c.id) AS collections, count(DISTINCT i.id) AS imports,
              count(DISTINCT e.id) AS entries
       FROM collections c LEFT JOIN imports i ON i.collection_id = c.id
         LEFT JOIN entries e ON e.collection_id = c.id WHERE c.title = $1`,
      [title],
    ),
  );
}

const good = 'id,name,age\na,سامر القصير,30\nb,Rami Nassar,41\n';
const long = (rows: number): string =>
  'id,name,remarks\n' +
  Array.from({ length: rows }, (_, n) => `n${n},Rami Nassar,${'x'.repeat(900)}\n`).join('');

describe('athar import', () => {
  it('makes the collection once, and changes nothing when repeated', async () => {
    const first = await bring('good.csv', good, ...into('First'));
    const counts = 'Read 2 rows: 2 good, 0 bad. Are added 2, changed 0, unchanged 0.\n';
    expect(first.stdout).toMatch(new RegExp(`^${counts}Import [-0-9a-f]{36}: applied.\n$`));
    expect(first.code).toBe(0);
    const again = await bring('good.csv', good, ...into('First'));
    expect(again.stdout).toContain('added 0, changed 0, unchanged 2');
    expect(await countsOf('First')).toEqual([{ collections: '1', imports: '2', entries: '2' }]);
  });

  it('keeps the good rows, names the bad by line and column, and repeats no value', async () => {
    const text = 'id,name,age\na,سامر القصير,thirty-one\nb,Rami Nassar,41\n';
    const { code, stdout, stderr } = await bring('bad.csv', text, ...into('Bad'));
    expect(code).toBe(2);
    expect(stdout).toContain('Read 2 rows: 1 good, 1 bad. Are added 1');
    expect(stderr).toContain('bad.csv: line 2, column age: expected');
    expect(stderr).not.toContain('thirty-one');
    const all = await bring('bad.csv', text, ...into('Bad'), '--mode', 'all_or_nothing');
    expect(all).toMatchObject({ code: 1 });
    expect(all.stdout).toMatch(/^Read 2 rows: 1 good, 1 bad.\nImport [-0-9a-f]{36}: refused.\n$/);
    const dry = await bring('good.csv', good, ...into('Bad'), '--dry-run');
    expect(dry.stdout).toContain('Would be added 1, changed 0, unchanged 1');
    expect((await countsOf('Bad'))[0]?.entries).toBe('1');
  });

  it('shows field and fix of what the service refuses, and takes the mapping it asks for', async () => {
    const text = 'key,Called thus\na,Rami Nassar\n';
    const refused = await bring('map.csv', text, ...into('Mapped'));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('Called thus');
    const mapped = await bring(
      'map.csv',
      text,
      ...into('Mapped'),
      '--map',
      'key=id',
      '--map',
      'Called thus=name',
    );
    expect(mapped).toMatchObject({ code: 0 });
    const stranger = ['--as', '00000000-0000-4000-8000-000000000000'];
    const unknown = await bring('map.csv', text, ...into('Mapped'), ...stranger);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('member');
    const unclear = await bring('map.csv', text, '--title', 'Mapped');
    expect(unclear.stderr).toContain('--custodian');
  });

  it('asks again for the same import when its answer was lost', async () => {
    proxy.cuts.push('answer');
    const { code, stdout } = await bring('good.csv', good, ...into('Lost answer'));
    expect(code).toBe(0);
    expect(stdout).toContain('added 2');
    expect((await countsOf('Lost answer'))[0]).toMatchObject({ imports: '1', entries: '2' });
    expect(proxy.cuts).toEqual([]);
  });

  it('sends a file anew that broke off, and brings in each row once', async () => {
    proxy.cuts.push('request');
    const { code, stdout, stderr } = await bring('long.csv', long(3000), ...into('Broken off'));
    expect(stderr).toContain('The upload broke off');
    expect(code).toBe(0);
    expect(stdout).toContain('Read 3000 rows: 3000 good, 0 bad. Are added 3000');
    expect((await countsOf('Broken off'))[0]?.entries).toBe('3000');
  });

  it('makes no collection in a dry run, nor for a file that is refused', async () => {
    const dry = await bring('good.csv', good, ...into('Not there'), '--dry-run');
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.stdout).toContain('Would be added 2');
    expect(dry.stderr).toContain('none was made');
    const refused = await bring('odd.csv', 'key,Called thus\na,Rami\n', ...into('Not there'));
    expect(refused.code).toBe(1);
    expect((await countsOf('Not there'))[0]?.collections).toBe('0');
  });

  it('makes a collection with the terms of its custodian', async () => {
    const terms = ['--may-disclose', '--no-match', '--embargo-until', '2999-01-01'];
    const brought = await bring('good.csv', good, ...into('Terms'), ...terms);
    expect(brought).toMatchObject({ code: 0 });
    expect(brought.stderr).toMatch(/Made the collection [-0-9a-f]{36}/);
    const [made] = await withOwner(house.database.urls.owner, (manager) =>
      manager.query<object[]>(
        `SELECT may_match, may_disclose, embargo_until::text FROM collections WHERE title = 'Terms'`,
      ),
    );
    expect(made).toEqual({ may_match: false, may_disclose: true, embargo_until: '2999-01-01' });
  });

  it('shows what headers stand for', async () => {
    const proposed = await bring('dry.csv', 'الرقم,الكنية,Namen\n1,زفيرون,x\n', '--propose');
    expect(proposed.stdout).toMatch(/الكنية.*family_name.*certain/);
    expect(proposed.stderr).toContain("--map 'Namen=name'");
  });

  it('tells what is wrong in Arabic where told so', async () => {
    const text = 'id,name,age\na,سامر القصير,thirty-one\n';
    const arabic = await bring('bad.csv', text, ...into('First'), '--language', 'ar', '--dry-run');
    expect(arabic.stderr).toMatch(/السطر 2 من bad\.csv، العمود «age»: عمر/);
    expect(arabic.stderr).not.toContain('expected');
    expect(arabic.stdout).toContain('قُرئ صف واحد: السليم 0، المعيب 1.');
  });

  it('names the import to undo first where one cannot be undone', async () => {
    const first = await bring('good.csv', good, ...into('Undone'));
    const second = await bring('good.csv', good.replace('41', '42'), ...into('Undone'));
    const refused = await athar('import', '--undo', importIn(first.stdout));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(importIn(second.stdout));
    expect((await athar('import', '--undo', importIn(second.stdout))).code).toBe(0);
    expect((await athar('import', '--undo', importIn(first.stdout))).code).toBe(0);
  });

  it('reads dates in the order that it is told, and shows how in a dry run', async () => {
    const text = 'id,name,photo_date\na,Rami Nassar,5/6/2013\n';
    const refused = await bring('dates.csv', text, ...into('First'), '--dry-run');
    expect(refused).toMatchObject({ code: 2 });
    const order = ['--date-order', 'dmy', '--dry-run'];
    const read = await bring('dates.csv', text, ...into('First'), ...order);
    expect(read).toMatchObject({ code: 0 });
    expect(read.stderr).toContain('column photo_date: 5/6/2013 was read as 2013-06-05');
  });

  it('gives the bad rows back, brings them in mended, and takes them back', async () => {
    const text = 'id,name,age\na,سامر القصير,thirty-one\nb,Rami Nassar,41\n';
    const first = await bring('mend.csv', text, ...into('Mended'), '--errors-file', 'bad.csv');
    expect(first.code).toBe(2);
    expect(first.stderr).toContain('The bad rows are in bad.csv');
    const bad = await readFile(join(folder, 'bad.csv'), 'utf8');
    expect(bad).toContain('a,سامر القصير,thirty-one,');
    expect(bad).toContain('An age that cannot be read');
    const mended = await bring('bad.csv', bad.replace('thirty-one', '31'), ...into('Mended'));
    expect(mended.stdout).toContain('Read 1 row: 1 good, 0 bad. Are added 1');
    const undone = await athar('import', '--undo', importIn(mended.stdout));
    expect(undone).toMatchObject({ code: 0, stdout: 'Undone: 1 taken back, 0 stayed.\n' });
  });

  it('says how to start the service where none answers', async () => {
    const nowhere = ['--url', 'http://127.0.0.1:9'];
    const { code, stderr } = await bring('good.csv', good, ...into('Nowhere'), ...nowhere);
    expect(code).toBe(1);
    expect(stderr).toContain('npm start');
  });
});
