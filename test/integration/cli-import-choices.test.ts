import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsXml, workbook } from '../../libs/tabular/test/made-workbook.js';
import { runAthar, type Ended } from '../support/athar-command.js';
import { startHouse, type House } from '../support/house.js';

let folder: string;
let house: House;
let steward: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-choices-'));
  house = await startHouse();
  steward = (await house.organisation(['steward'])).members[0]?.id ?? '';
});
afterAll(async () => {
  await house?.stop();
  await rm(folder, { recursive: true, force: true });
});

const athar = (...args: string[]): Promise<Ended> =>
  runAthar(['import', ...args, '--as', steward, '--url', house.url], { cwd: folder });

async function bring(text: string, ...args: string[]): Promise<Ended> {
  await writeFile(join(folder, 'list.csv'), text);
  return athar('list.csv', ...args);
}

const into = (title: string, custodian = 'Invented keepers'): string[] => [
  ...['--title', title],
  ...['--custodian', custodian],
];
const list = 'id,name\n1,Amrun Belun\n';

describe('the collection of a file', () => {
  it('is the one of its title and custodian, whatever its kind, unless one is told', async () => {
    const dry = await bring(list, ...into('Same'), '--dry-run');
    expect(dry.stderr).toContain('it would be of kind other');
    const first = await bring(list, ...into('Same'), '--kind', 'hospital_list');
    const id = /Made the collection (\S+), of kind hospital_list/.exec(first.stderr)?.[1] ?? 'none';
    const again = await bring(list, ...into('Same'));
    expect(again.stderr).toContain(`Using the collection of this title: ${id}, of kind hospital`);
    const photographs = ['--titles', '--pattern', '{number}'];
    const titles = await bring('title\n1234\n', ...into('Same'), ...photographs);
    expect(titles.stderr).toContain(id);
    const other = await bring(list, ...into('Same'), '--kind', 'photo_archive');
    expect(other.code).toBe(1);
    expect(other.stderr).toMatch(
      new RegExp(`another kind[^]*${id}.*hospital_list[^]*--collection`),
    );
  });

  it('is asked about where one is written a little otherwise', async () => {
    const first = await bring(list, ...into('أرشيف الصور', 'Invented keepers, Ltd.'));
    const id = /Made the collection (\S+),/.exec(first.stderr)?.[1] ?? 'none';
    expect(first.stderr).toContain('not compared with civil records');
    const near = await bring(list, ...into('ارشيف الصور', 'invented keepers Ltd'));
    expect(near.code).toBe(1);
    expect(near.stderr).toContain(id);
    expect(near.stderr).toContain('--collection');
    expect((await bring(list, ...into('أرشيف الصور', 'Other keepers'))).code).toBe(0);
  });

  it('is told its kind where the columns are those of a civil register', async () => {
    const text = 'name,register_number,died_on\nAmrun Belun,117,2014-02-01\n';
    const asked = await bring(text, ...into('Register'));
    expect(asked.code).toBe(1);
    expect(asked.stderr).toContain('--kind civil_records');
    expect((await bring(text, ...into('Register'), '--kind', 'civil_records')).code).toBe(0);
  });
});

describe('what a file was read by', () => {
  it('names the sheets that were not read', async () => {
    const sheets = {
      Cover: sheetOf(['id', 'name'], ['1', 'Amrun']),
      Data: sheetOf(['id', 'name'], ['2', 'Belun']),
    };
    await writeFile(join(folder, 'two.xlsx'), workbook({ sheets }));
    const said = 'Sheet "Cover" was read; 1 more not read: "Data". See --sheet.';
    expect((await athar('two.xlsx', ...into('Sheets'), '--dry-run')).stderr).toContain(said);
    const arabic = await athar('two.xlsx', ...into('Sheets'), '--language', 'ar');
    expect(arabic.stderr).toContain('قُرئت الورقة «Cover»، وأوراق لم تُقرأ (1): «Data»');
    expect((await athar('two.xlsx', '--propose')).stderr).toContain('"Data"');
  });

  it('passes over an empty column of a workbook, and says of what stands there later', async () => {
    const rows = [
      ['id', '', 'name'],
      ...Array.from({ length: 40 }, (_, n) => [`${n}`, '', 'Amrun']),
    ];
    const file = (last: string[]) => workbook({ sheets: { List: sheetOf(...rows, last) } });
    await writeFile(join(folder, 'gap.xlsx'), file(['40', '', 'Belun']));
    const good = await athar('gap.xlsx', ...into('Gaps'), '--dry-run');
    expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('41 good, 0 bad')]);
    await writeFile(join(folder, 'gap.xlsx'), file(['40', 'lost', 'Belun']));
    const { stderr } = await athar('gap.xlsx', ...into('Gaps'), '--dry-run');
    expect(stderr).toContain('gap.xlsx: line 42, column column 2');
  });

  it('names the saved mapping and the order of dates, of the proposed headers too', async () => {
    const text = 'id,name,Date of birth (dd/mm)\n1,Amrun Belun,5/6/1985\n';
    const saved = ['--as-proposed', '--date-order', 'dmy', '--save-mapping', 'Days'];
    await bring(list, ...into('Dates'));
    const first = await bring(text, ...into('Dates'), ...saved);
    expect(first.stderr).toContain('5/6/1985 was read as 1985-06-05');
    const next = text.replace('5/6', '7/6');
    for (const proposed of [[], ['--as-proposed']]) {
      const { stderr } = await bring(next, ...into('Dates'), ...proposed);
      expect(stderr).toContain('The saved mapping "Days" was used');
      expect(stderr).toContain('read as day, month, year (--date-order dmy)');
      expect(stderr).toContain('7/6/1985 was read as 1985-06-07');
    }
  });

  it('takes no guess of a header, and says how to take it', async () => {
    const text = 'م,ID,Full name,famly name\n9,1,Amrun Belun,Belun\n';
    const { stderr, code } = await bring(text, ...into('Guesses'), '--as-proposed');
    expect(code).toBe(0);
    expect(stderr).toContain("If it is family_name: --map 'famly name=family_name'");
    expect(stderr).toContain("Left out, a list's own counting: م");
  });
});

describe('what is wrong with a file', () => {
  it('is told with the switches that mend it', async () => {
    const unknown = await bring('id,Called thus\n1,Amrun\n', ...into('Switches'));
    expect(unknown.stderr).toContain("--map 'Called thus=column'");
    expect(unknown.stderr).toContain('--ignore-unknown');
    expect(unknown.stderr).not.toMatch(/ignoreUnknown|\(mapping\)/);
    const unclear = await bring('id,birth_date\n1,5/6/1985\n', ...into('Switches'));
    expect(unclear.stderr).toContain('(--date-order)');
    const doubled = await bring('detainee_number\n12\n12\n', ...into('Switches'));
    expect(doubled.stderr).toContain('another detainee_number than that of row 2');
  });
});

function sheetOf(...rows: string[][]): string {
  return `<sheetData>${rowsXml(rows)}</sheetData>`;
}
