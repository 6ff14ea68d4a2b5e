import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Actor } from '@athar/access';
import {
  CollectionOfAnother,
  EntryExport,
  HoldReasonMissing,
  UnderLegalHold,
  type ExportFormat,
  type NewCollection,
} from '@athar/registry';
import { startRegistry, type RegistryApp } from '../support/registry-app.js';

let app: RegistryApp;
let exporting: EntryExport;
let keeper: Actor;
let stranger: Actor;
let reviewer: Actor;

beforeAll(async () => {
  app = await startRegistry();
  exporting = app.context.get(EntryExport);
  keeper = await app.member('steward');
  stranger = await app.member('steward');
  reviewer = await app.member('reviewer');
});
afterAll(() => app?.stop());

async function filled(
  settings: Partial<NewCollection>,
  rows = 'id,given_name\n1,Amrun',
): Promise<string> {
  const { id } = await app.collection(keeper, settings);
  await app.bring(keeper, id, rows);
  return id;
}

async function exported(collectionId: string, format: ExportFormat = 'csv'): Promise<string> {
  const request = { format, collectionId, reason: 'quality_check' } as const;
  const { write } = await exporting.begin(keeper, request);
  const target = new PassThrough();
  const received = text(target);
  await write(target);
  target.end();
  return received;
}

const listed = async (actor: Actor, collectionId: string) =>
  (await app.entries.list(actor, 'review', { collectionId })).items.map((item) => item.id);

describe('a collection', () => {
  it('is changed by the organisation that keeps it alone, and read by all', async () => {
    const id = await filled({});
    expect((await app.collections.read(keeper, id)).own).toBe(true);
    expect((await app.collections.read(stranger, id)).own).toBe(false);
    await expect(app.collections.update(stranger, id, 1, { mayDisclose: true })).rejects.toThrow(
      CollectionOfAnother,
    );
    await expect(app.bring(stranger, id, 'id,given_name\n2,Belun')).rejects.toThrow(
      CollectionOfAnother,
    );
    expect((await app.collections.read(keeper, id)).entries).toBe(1);
  });

  it('under legal hold is not opened further, and the hold is lifted for a reason', async () => {
    const { id } = await app.collection(keeper, { legalHold: true, mayMatch: false });
    const update = (version: number, change: Parameters<typeof app.collections.update>[3]) =>
      app.collections.update(keeper, id, version, change);
    await expect(update(1, { mayMatch: true })).rejects.toThrow(UnderLegalHold);
    await expect(update(1, { legalHold: false })).rejects.toThrow(HoldReasonMissing);
    const lifted = await update(1, { legalHold: false, holdLiftedBecause: 'court_released' });
    expect(lifted.legalHold).toBe(false);
    expect((await update(2, { mayMatch: true })).mayMatch).toBe(true);
    const events = await app.ask<{ reason: string | null }>(
      `SELECT detail->>'holdLiftedBecause' AS reason FROM athar.audit_events
       WHERE subject_id = $1 AND action = 'collection.updated' ORDER BY sequence`,
      [id],
    );
    expect(events.map((event) => event.reason)).toEqual(['court_released', null]);
  });

  it.each([{ embargoUntil: '9999-01-01' }, { mayMatch: false }])(
    'of which nothing is matched (%j) is shown to stewards only',
    async (terms) => {
      const id = await filled(terms);
      const [entry = ''] = await listed(keeper, id);
      expect(entry).not.toBe('');
      expect(await listed(reviewer, id)).toEqual([]);
      await expect(app.registry.readEntry(reviewer, entry, 'review')).rejects.toMatchObject({
        code: 'entry-not-found',
      });
      expect((await app.registry.readEntry(keeper, entry, 'review')).id).toBe(entry);
    },
  );
});

describe('a stated cause of death', () => {
  it('is shown as stated, and never weighed', async () => {
    const { id } = await app.collection(keeper, { kind: 'civil_records', mayDisclose: true });
    const row = 'محل القيد,رقم القيد,الاسم الكامل,تاريخ الوفاة,سبب الوفاة\nعلون,٤٤,عمرون,2014,نوبة';
    expect((await app.bring(keeper, id, row)).counts).toMatchObject({ added: 1, bad: 0 });
    const [entry = ''] = await listed(reviewer, id);
    const view = await app.registry.readEntry(reviewer, entry, 'review');
    expect(view.statedCause).toEqual({
      text: 'نوبة',
      asStated: true,
      caution: 'stated, not evidence',
    });
    expect(view.document.civil).toEqual({
      registerPlace: 'علون',
      registerNumber: '٤٤',
      diedOn: '2014',
    });
    const weighed = await app.registry.changes(BigInt(view.revision) - 1n, 1);
    expect(JSON.stringify(weighed.entries.map((one) => one.document))).not.toContain('نوبة');
    const before = weighed.entries[0]?.material;
    await app.bring(keeper, id, row.replace('نوبة', 'حادث'));
    const after = (await app.registry.changes(BigInt(view.revision), 10)).entries[0];
    expect(after?.material).toEqual(before);
    expect(await exported(id)).toContain('حادث');
  });
});

describe('an export', () => {
  it('can be brought in again and changes nothing', async () => {
    const id = await filled(
      { mayDisclose: true },
      [
        'id,name,reader,confidence,detainee_number,number_read_on,other_numbers,photo_dates,age,marks,category',
        'a,عمرون; Amrun,r1,0.8,٢٣,card,24; 25,2013-05-01; 2013-05,3 days,scar; tattoo,detainee',
        'b,+Amrun,,,,,,,,,',
      ].join('\n'),
    );
    const csv = await exported(id);
    expect(csv).not.toMatch(/[,\n]\+Amrun/);
    const again = await app.bring(keeper, id, csv);
    expect(again.counts).toMatchObject({ rows: 2, bad: 0, changed: 0, unchanged: 2 });
    const lines = (await exported(id, 'jsonl')).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { name: string }).name)).toEqual([
      'عمرون; Amrun',
      '+Amrun',
    ]);
    expect((await exported(id, 'xlsx')).slice(0, 2)).toBe('PK');
  });

  it('leaves out what the custodian keeps in the house, and says how much', async () => {
    const closed = await filled({});
    const embargoed = await filled({ mayDisclose: true, embargoUntil: '9999-01-01' });
    const open = await filled({ mayDisclose: true });
    expect(await exporting.summary(keeper, closed)).toMatchObject({
      entries: 0,
      leftOut: [{ reason: 'no_disclosure', entries: 1 }],
    });
    expect((await exporting.summary(keeper, embargoed)).leftOut).toMatchObject([
      { reason: 'embargo', entries: 1 },
    ]);
    expect(await exporting.summary(keeper, open)).toEqual({ entries: 1, leftOut: [] });
    expect((await exported(closed)).trim().split('\n')).toHaveLength(1);
    expect((await exported(open)).trim().split('\n')).toHaveLength(2);
  });

  it('goes on from batch to batch', async () => {
    const rows = Array.from({ length: 1001 }, (_, at) => `r${at},Amrun`).join('\n');
    const id = await filled({ mayDisclose: true }, `id,given_name\n${rows}`);
    const ids = (await exported(id, 'jsonl'))
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(new Set(ids).size).toBe(1001);
  });

  it('is for stewards, and recorded with its counts', async () => {
    const id = await filled({ mayDisclose: true });
    for (const actor of [reviewer, await app.member('coordinator', 'caseworker')]) {
      const request = { format: 'csv', collectionId: id, reason: 'review' } as const;
      await expect(exporting.begin(actor, request)).rejects.toMatchObject({ code: 'role-missing' });
      await expect(exporting.summary(actor)).rejects.toMatchObject({ code: 'role-missing' });
    }
    await exported(id);
    const events = await app.ask<{ action: string; entries: string }>(
      `SELECT action, detail->>'entries' AS entries FROM athar.audit_events
       WHERE subject_id = $1 AND action LIKE 'entries.export%' ORDER BY sequence`,
      [id],
    );
    expect(events).toEqual([
      { action: 'entries.export-begun', entries: '1' },
      { action: 'entries.exported', entries: '1' },
    ]);
  });

  it('that breaks off is recorded as broken off', async () => {
    const id = await filled({ mayDisclose: true });
    const request = { format: 'csv', collectionId: id, reason: 'quality_check' } as const;
    const { write } = await exporting.begin(keeper, request);
    const closed = new PassThrough();
    closed.on('error', () => undefined);
    closed.destroy();
    await expect(write(closed)).rejects.toBeDefined();
    const [event] = await app.ask<{ whole: string }>(
      `SELECT detail->>'whole' AS whole FROM athar.audit_events
       WHERE subject_id = $1 AND action = 'entries.exported'`,
      [id],
    );
    expect(event?.whole).toBe('false');
  });
});
