import writeExcelFile from 'write-excel-file/node';
import type { Actor } from '@athar/access';
import type { EntryView, MatchableEntry } from '@athar/registry';
import { bytesOf, standard, startRegistry, type RegistryApp } from '../support/registry-app.js';

let app: RegistryApp;
let steward: Actor;

beforeAll(async () => {
  app = await startRegistry();
  steward = await app.member('steward', 'coordinator');
});
afterAll(() => app?.stop());

const file = (...rows: string[]) => ['id,given_name,detainee_number,age', ...rows].join('\n');

async function documents(collectionId: string): Promise<EntryView['document'][]> {
  const { items } = await app.entries.list(steward, 'quality_check', { collectionId, limit: 200 });
  const views = await Promise.all(
    items.map((item) => app.registry.readEntry(steward, item.id, 'quality_check')),
  );
  return views.map((view) => view.document);
}

async function allChanges(after = 0n): Promise<MatchableEntry[]> {
  const { entries, through } = await app.registry.changes(after, 500);
  return entries.length === 0 ? [] : [...entries, ...(await allChanges(through))];
}

describe('bringing a file in', () => {
  it('changes nothing the second time, and only the corrected row the third', async () => {
    const { id } = await app.collection(steward);
    const first = await app.bring(
      steward,
      id,
      file('a,Amrun,11,30', 'b,Belun,12,', 'c,,13,3 days'),
    );
    expect(first).toMatchObject({ state: 'applied', counts: { rows: 3, added: 3, bad: 0 } });
    const revision = await app.registry.currentRevision();

    const same = await app.bring(steward, id, file('c,,13,3 days', 'a,Amrun,11,30', 'b,Belun,12,'));
    expect(same.counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    expect(same.lastRevision).toBeNull();
    expect(await app.registry.currentRevision()).toBe(revision);

    const corrected = await app.bring(steward, id, file('a,Amrun,11,30', 'b,Belon,12,'));
    expect(corrected.counts).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    const [change, ...more] = await allChanges(revision);
    expect(more).toEqual([]);
    expect(change?.document.names).toEqual({ given: 'Belon' });
    expect(change?.revision).toBe(revision + 1n);
  });

  it('keeps bad rows apart, by row, column and fix, without their values', async () => {
    const { id } = await app.collection(steward);
    const text = file(
      'a,Amrun,1,30',
      'b,Belun,2,old',
      ',Celun,,4',
      'd,,,',
      'a,Delun,5,',
      'f,Felun',
    );
    const done = await app.bring(steward, id, text);
    expect(done.counts).toMatchObject({ rows: 6, bad: 5, added: 1 });
    const errors = await app.errorsOf(steward, done.id);
    expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'age', 'bad-age'],
      [4, 'id', 'identity-missing'],
      [5, 'name', 'nothing-to-know-by'],
      [6, 'id', 'doubled-identity'],
      [7, 'detainee_number', 'too-few-cells'],
    ]);
    expect(errors[3]?.expected).toContain('row 2');
    expect(JSON.stringify(errors)).not.toMatch(/elun|old/);
  });

  it('takes all or nothing where asked to', async () => {
    const { id } = await app.collection(steward);
    const mode = 'all_or_nothing';
    const refused = await app.bring(steward, id, file('a,Amrun,1,30', 'b,Belun,2,old'), { mode });
    expect(refused).toMatchObject({ state: 'refused', counts: { rows: 2, bad: 1, added: 0 } });
    expect(await documents(id)).toEqual([]);
    const taken = await app.bring(steward, id, file('a,Amrun,1,30'), { mode });
    expect(taken).toMatchObject({ state: 'applied', counts: { added: 1 } });
    expect(await app.ask('SELECT 1 FROM athar.import_rows')).toEqual([]);
  });

  it('tells in a dry run what would be, and does none of it', async () => {
    const { id } = await app.collection(steward);
    await app.bring(steward, id, file('a,Amrun,1,30', 'b,Belun,2,40'));
    const revision = await app.registry.currentRevision();
    const text = file('a,Amrun,1,31', 'b,Belun,2,40', 'c,Celun,3,50', 'd,,,');
    const preview = await app.bring(steward, id, text, { dryRun: true });
    expect(preview).toMatchObject({
      state: 'previewed',
      counts: { rows: 4, bad: 1, added: 1, changed: 1, unchanged: 1 },
    });
    expect(await app.registry.currentRevision()).toBe(revision);
    expect(await app.ask('SELECT 1 FROM athar.import_rows')).toEqual([]);
  });

  it('does a repeated request once', async () => {
    const { id } = await app.collection(steward);
    const request = { ...standard, collectionId: id, idempotencyKey: 'once' };
    const first = await app.imports.receive(steward, request, bytesOf(file('a,Amrun,1,')));
    const again = await app.imports.receive(steward, request, bytesOf(file('a,Amrun,1,')));
    expect(again.id).toBe(first.id);
    await app.imports.apply(steward.organisationId, first.id);
    expect((await app.imports.list(steward, { collectionId: id })).items).toHaveLength(1);
    const other = { ...request, dryRun: true };
    await expect(app.imports.receive(steward, other, bytesOf(file('a,Amrun,1,')))).rejects.toThrow(
      'Idempotency-Key',
    );
  });

  it('keeps nothing of an upload that breaks off or is too large', async () => {
    const { id } = await app.collection(steward);
    const request = { ...standard, collectionId: id };
    async function* breaksOff() {
      yield* bytesOf(file('a,Amrun,1,', 'b,Belun,2,', ''));
      throw new Error('socket hang up');
    }
    await expect(app.imports.receive(steward, request, breaksOff())).rejects.toMatchObject({
      code: 'upload-interrupted',
    });
    async function* endless() {
      yield* bytesOf(file('c,Celun,3,', ''));
      for (;;) yield Buffer.alloc(100_000, 'a,');
    }
    await expect(app.imports.receive(steward, request, endless())).rejects.toMatchObject({
      code: 'upload-too-large',
    });
    const { items } = await app.imports.list(steward, { collectionId: id });
    expect(items.map(({ state, failureCode }) => [state, failureCode])).toEqual([
      ['failed', 'upload-too-large'],
      ['failed', 'upload-interrupted'],
    ]);
    expect(await documents(id)).toEqual([]);
    expect(await app.ask('SELECT 1 FROM athar.import_rows')).toEqual([]);
  });

  it('holds a few hundred rows of a long file at a time', async () => {
    const { id } = await app.collection(steward);
    let ahead = 0;
    async function* rows() {
      yield Buffer.from('id,given_name\n');
      for (let n = 0; n < 2000; n += 1) {
        if (n % 100 === 99) ahead = Math.max(ahead, n - (await staged()));
        yield Buffer.from(`n${n},Amrun\n`);
      }
    }
    const staged = async () => {
      const sql = `SELECT row_count FROM athar.imports WHERE collection_id = $1`;
      return (await app.ask<{ row_count: number }>(sql, [id]))[0]?.row_count ?? 0;
    };
    const request = { ...standard, collectionId: id };
    const received = await app.imports.receive(steward, request, rows());
    expect(received.counts.rows).toBe(2000);
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThan(700);
    await app.imports.apply(steward.organisationId, received.id);
    expect((await app.imports.read(steward, received.id)).counts.added).toBe(2000);
  });
});

describe('what tells a row from another', () => {
  it('is the number in its branch where there is no id, however the digits are typed', async () => {
    const { id } = await app.collection(steward);
    const text = (...rows: string[]) => ['الرقم,الفرع,الاسم', ...rows].join('\n');
    await app.bring(steward, id, text('٢٣٥,215,عمرون', '235,227,بلون'));
    const again = await app.bring(steward, id, text('235,215,عمرون'));
    expect(again.counts).toMatchObject({ added: 0, changed: 1 });
    const found = await documents(id);
    expect(found.map(({ branch, names }) => [branch, names.asWritten])).toContainEqual([
      '215',
      ['عمرون'],
    ]);
  });

  it('must be in the file: else the file is refused at once, and nothing is kept of it', async () => {
    const { id } = await app.collection(steward);
    await expect(app.bring(steward, id, 'name,age\nAmrun,3')).rejects.toMatchObject({
      code: 'identity-column-missing',
      kind: 'invalid',
    });
    expect((await app.imports.list(steward, { collectionId: id })).items).toEqual([]);
  });

  it('is one in each collection', async () => {
    const [one, two] = [await app.collection(steward), await app.collection(steward)];
    await app.bring(steward, one.id, file('a,Amrun,,'));
    expect((await app.bring(steward, two.id, file('a,Amrun,,'))).counts.added).toBe(1);
  });
});

describe('other formats', () => {
  it('bring JSON Lines, whose later rows may have columns of their own', async () => {
    const { id } = await app.collection(steward);
    const lines = [
      { id: 1, given_name: 'Amrun', marks: ['scar', 'ring'] },
      { detainee_number: '٧٧', branch: '215' },
      { id: 3, given_nmae: 'Celun' },
      { given_name: 'Delun' },
    ];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    const done = await app.bring(steward, id, text, { format: 'jsonl' });
    expect(done.counts).toMatchObject({ rows: 4, bad: 2, added: 2 });
    expect((await app.errorsOf(steward, done.id)).map(({ row, code }) => [row, code])).toEqual([
      [3, 'unknown-column'],
      [4, 'identity-missing'],
    ]);
    const found = (await documents(id)).map(({ marks, numbers }) => [marks, numbers]);
    expect(found).toContainEqual([['scar', 'ring'], []]);
    expect(found).toContainEqual([undefined, [{ value: '٧٧' }]]);
  });

  it('bring workbooks, with their numbers and dates', async () => {
    const { id } = await app.collection(steward);
    const cells = [
      ['الرقم', 'الاسم', 'العمر', 'تاريخ الصورة'].map((value) => ({ value })),
      [
        { value: 2615 },
        { value: 'عمرون' },
        { value: '٣ أيام' },
        { value: new Date(Date.UTC(2013, 10, 5, 14, 30)), format: 'yyyy-mm-dd hh:mm' },
      ],
    ];
    const workbook = await writeExcelFile(cells).toBuffer();
    async function* bytes() {
      yield workbook;
    }
    const request = { ...standard, collectionId: id, format: 'xlsx' } as const;
    const received = await app.imports.receive(steward, request, bytes());
    await app.imports.apply(steward.organisationId, received.id);
    expect(await documents(id)).toEqual([
      {
        names: { asWritten: ['عمرون'] },
        numbers: [{ value: '2615' }],
        age: { value: 3, unit: 'days' },
        photoDates: ['2013-11-05'],
        category: 'unknown',
        state: 'open',
      },
    ]);
  });
});

describe('columns', () => {
  it('that are unknown refuse the file, unless they are mapped or ignored', async () => {
    const { id } = await app.collection(steward);
    const text = 'id,given_nmae,camera\na,Amrun,x';
    await expect(app.bring(steward, id, text)).rejects.toMatchObject({
      code: 'columns-refused',
      problems: [
        { field: 'given_nmae', expected: expect.stringContaining('"given_name"') as string },
        { field: 'camera' },
      ],
    });
    const mapping = { given_nmae: 'given_name' };
    await app.bring(steward, id, text, { mapping, ignoreUnknown: true });
    expect(await documents(id)).toMatchObject([{ names: { given: 'Amrun' } }]);
  });
});
