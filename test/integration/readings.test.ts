import { AuditTrail, type Actor } from '@athar/access';
import { Database } from '@athar/persistence';
import {
  EntryHistory,
  InvalidReading,
  OtherReadingAwaited,
  ReadBefore,
  SeenInReview,
  ReadingQueue,
  Readings,
  ReadingsOfEntry,
  type AwaitedReading,
  type EntryDocument,
  type MatchableEntry,
  type ReadNames,
  type Reading,
} from '@athar/registry';
import { startRegistry, type RegistryApp } from '../support/registry-app.js';

let app: RegistryApp;
let readings: Readings;
let queue: ReadingQueue;
let steward: Actor;
let readers: Actor[];

beforeAll(async () => {
  app = await startRegistry();
  readings = app.context.get(Readings);
  queue = app.context.get(ReadingQueue);
  steward = await app.member('steward');
  readers = [
    await app.member('reviewer'),
    await app.member('reviewer'),
    await app.member('steward', 'reviewer'),
  ];
});
afterAll(() => app?.stop());

const [first, second, third] = [0, 1, 2].map((at) => () => readers[at] as Actor) as [
  () => Actor,
  () => Actor,
  () => Actor,
];

const read = (names: ReadNames, more: Partial<Reading> = {}): Reading => ({
  names,
  numbers: [],
  confidence: 0.7,
  ...more,
});

/** A collection with one entry of which nobody has read a name. */
async function unread(title = 'Photographs'): Promise<{ collectionId: string; entryId: string }> {
  const { id } = await app.collection(steward, { title });
  const text = 'id,detainee_number,number_read_on,images,branch\n1,77,title,image-1,215';
  await app.bring(steward, id, text);
  const page = await app.entries.list(steward, 'quality_check', { collectionId: id });
  return { collectionId: id, entryId: page.items[0]?.id ?? '' };
}

async function waitingFor(actor: Actor, awaits: AwaitedReading, collectionId: string) {
  const { items } = await queue.waiting(actor, { awaits, collectionId });
  return items.map((item) => item.entryId);
}

async function matchable(entryId: string, after = 0n): Promise<MatchableEntry> {
  const { entries, through } = await app.registry.changes(after, 500);
  return entries.find((one) => one.id === entryId) ?? matchable(entryId, through);
}

async function opened(actor: Actor, entryId: string): Promise<EntryDocument> {
  return (await app.registry.readEntry(actor, entryId, 'transcription')).document;
}

describe('a name that two people read', () => {
  it('is read second by nobody who has reviewed a pair with the entry', async () => {
    const { collectionId, entryId } = await unread();
    const { collectionId: other, entryId: alike } = await unread();
    const [left, right] = [entryId, alike].sort();
    await app.ask(
      `INSERT INTO athar.entry_pairs (left_id, right_id, centibits, probability, band, evidence,
         model_version, left_material, right_material, evidence_reader)
       VALUES ($1, $2, 1, 0.5, 'fair', '[]', 'm', '\\x00', '\\x00', $3)`,
      [left, right, second().memberId],
    );
    expect(await waitingFor(second(), 'first', collectionId)).toEqual([entryId]);
    await readings.read(first(), entryId, read({ given: 'Zaid' }));
    expect(await waitingFor(second(), 'second', collectionId)).toEqual([]);
    await expect(queue.task(second(), entryId)).rejects.toThrow(SeenInReview);
    await expect(readings.read(second(), entryId, read({ given: 'Zaid' }))).rejects.toThrow(
      SeenInReview,
    );
    await readings.read(second(), alike, read({ given: 'Zaid' }));
    expect(await waitingFor(third(), 'second', other)).toEqual([alike]);
    await readings.read(third(), entryId, read({ given: 'Zaid' }));
    expect((await opened(steward, entryId)).names.given).toBe('Zaid');
  });

  it('is read second by nobody who has opened a pair with the entry, be it in an earlier round', async () => {
    const { collectionId, entryId } = await unread();
    const { entryId: alike } = await unread();
    const [left, right] = [entryId, alike].sort();
    const [pair] = await app.ask<{ id: string }>(
      `INSERT INTO athar.entry_pairs (left_id, right_id, centibits, probability, band, evidence,
         model_version, left_material, right_material)
       VALUES ($1, $2, 1, 0.5, 'fair', '[]', 'm', '\\x00', '\\x00') RETURNING id`,
      [left, right],
    );
    const { organisationId, memberId } = second();
    await app.context.get(Database).inOrganisation(organisationId, (manager) =>
      app.context.get(AuditTrail).record(manager, {
        ...{ organisationId, memberId, action: 'entry_pair.read', subjectType: 'entry_pair' },
        ...{ subjectId: pair?.id ?? '', detail: {} },
      }),
    );
    await readings.read(first(), entryId, read({ given: 'Zaid' }));
    expect(await waitingFor(second(), 'second', collectionId)).toEqual([]);
    await expect(queue.task(second(), entryId)).rejects.toThrow(SeenInReview);
    await expect(readings.read(second(), entryId, read({ given: 'Zaid' }))).rejects.toThrow(
      SeenInReview,
    );
    expect(await waitingFor(third(), 'second', collectionId)).toEqual([entryId]);
  });

  it('goes from one to the other without either seeing the other’s', async () => {
    const { collectionId, entryId } = await unread();
    const task = await queue.next(first(), { awaits: 'first', collectionId });
    expect(task).toMatchObject({
      entryId,
      images: ['image-1'],
      branch: '215',
      titleNumbers: ['77'],
      readings: [],
    });
    const done = await readings.read(
      first(),
      entryId,
      read({ whole: 'عمرون بلون' }, { numbers: [{ value: '١٢٣', readOn: 'card' }], note: 'blur' }),
    );
    expect(done.awaits).toBe('second');

    expect(await waitingFor(first(), 'second', collectionId)).toEqual([]);
    expect(await queue.next(first(), { awaits: 'second', collectionId })).toBeUndefined();
    await expect(queue.task(first(), entryId)).rejects.toThrow(ReadBefore);
    const seen = [
      await queue.waiting(second(), { awaits: 'second', collectionId }),
      await queue.next(second(), { awaits: 'second', collectionId }),
      await queue.task(second(), entryId),
      await app.registry.readEntry(second(), entryId, 'transcription'),
      (await app.entries.list(second(), 'transcription', { collectionId })).items.map((item) => [
        item.names,
        item.numberCount,
      ]),
      await app.context.get(ReadingsOfEntry).list(third(), entryId),
      await app.context.get(EntryHistory).read(third(), entryId, 'transcription'),
      await app.entries.list(second(), 'transcription', { collectionId, hasName: true }),
    ];
    expect(JSON.stringify(seen)).not.toMatch(/عمرون|١٢٣|blur|0\.7/);
    expect(JSON.stringify(seen)).not.toContain(first().memberId);
    expect(await waitingFor(second(), 'second', collectionId)).toEqual([entryId]);
  });

  it('reaches the matcher unconfirmed, and is confirmed when the second agrees', async () => {
    const { entryId } = await unread();
    const before = await app.registry.currentRevision();
    await readings.read(
      first(),
      entryId,
      read({ whole: 'أحمد بلون' }, { numbers: [{ value: '12', readOn: 'card' }] }),
    );
    expect(await app.registry.currentRevision()).toBeGreaterThan(before);
    const once = (await matchable(entryId)).document;
    expect(once.names.transcribed).toEqual([
      { text: 'أحمد بلون', reader: expect.any(String), confidence: 0.7, unconfirmed: true },
    ]);
    expect(once.numbers).toContainEqual({ value: '12', readOn: 'card', unconfirmed: true });

    const again = read(
      { given: 'احمد', father: 'بلون' },
      { numbers: [{ value: '١٢', readOn: 'card' }] },
    );
    expect((await readings.read(second(), entryId, again)).awaits).toBe('none');
    const twice = (await matchable(entryId)).document;
    expect(twice.names.transcribed?.map((one) => [one.text, one.unconfirmed])).toEqual([
      ['أحمد بلون', undefined],
      ['احمد بلون', undefined],
    ]);
    expect(twice.names).toMatchObject({ given: 'احمد', father: 'بلون' });
    expect(await opened(second(), entryId)).toEqual(twice);
  });

  it('waits for a third where they differ, who sees both and settles', async () => {
    const { collectionId, entryId } = await unread();
    await readings.read(first(), entryId, read({ whole: 'عمرون' }));
    expect((await readings.read(second(), entryId, read({ whole: 'بلون' }))).awaits).toBe(
      'settling',
    );
    expect((await matchable(entryId)).document.names.transcribed).toHaveLength(2);
    expect(await waitingFor(second(), 'settling', collectionId)).toEqual([]);
    const settling = { choose: 'second', confidence: 0.9 } as const;
    await expect(readings.settle(first(), entryId, settling)).rejects.toThrow(ReadBefore);
    const fourth = read({ whole: 'Xun' });
    await expect(readings.read(third(), entryId, fourth)).rejects.toThrow(OtherReadingAwaited);

    const task = await queue.next(third(), { awaits: 'settling', collectionId });
    expect(task?.readings.map((one) => [one.which, one.reading.names.whole])).toEqual([
      ['first', 'عمرون'],
      ['second', 'بلون'],
    ]);
    expect((await readings.settle(third(), entryId, settling)).awaits).toBe('none');
    const { names } = (await matchable(entryId)).document;
    expect(names.transcribed).toEqual([
      { text: 'بلون', reader: expect.stringContaining('+'), confidence: 0.9 },
    ]);
    await expect(readings.settle(await app.member('steward'), entryId, settling)).rejects.toThrow(
      OtherReadingAwaited,
    );

    const kept = await app.context.get(ReadingsOfEntry).list(third(), entryId);
    expect(kept.readings.map((one) => [one.round, one.reading.names.whole, one.memberId])).toEqual([
      [1, 'عمرون', null],
      [2, 'بلون', null],
      [3, 'بلون', third().memberId],
    ]);
    expect(kept.readings[2]?.reading.chose).toBe('second');
  });

  it('may be settled by another reading, or by none', async () => {
    const { entryId } = await unread();
    await readings.read(first(), entryId, read({ whole: 'عمرون' }));
    await readings.read(second(), entryId, read({ whole: 'مجهول الهوية' }));
    await readings.settle(third(), entryId, { reading: read({}) });
    expect((await matchable(entryId)).document.names).toEqual({});
  });
});

describe('readings', () => {
  it('of two who come at once are kept as first and second', async () => {
    const { entryId } = await unread();
    const done = await Promise.all(
      [first(), second()].map((reader) => readings.read(reader, entryId, read({ whole: 'عمرون' }))),
    );
    expect(done.map((one) => one.awaits).sort()).toEqual(['none', 'second']);
  });

  it('are made once a member, and once a request', async () => {
    const { entryId } = await unread();
    const request = { key: 'k-1', request: 'the same' };
    const done = await readings.read(first(), entryId, read({ whole: 'عمرون' }), request);
    const again = await readings.read(first(), entryId, read({ whole: 'عمرون' }), request);
    expect(again.id).toBe(done.id);
    await expect(readings.read(first(), entryId, read({ whole: 'عمرون' }))).rejects.toThrow(
      ReadBefore,
    );
  });

  it('are refused without a number that is one, or a confidence from 0 to 1', async () => {
    const { entryId } = await unread();
    for (const bad of [{ numbers: [{ value: 'ب' }] }, { confidence: 1.5 }, { confidence: NaN }]) {
      await expect(readings.read(first(), entryId, read({}, bad))).rejects.toThrow(InvalidReading);
    }
  });

  it('are for stewards and reviewers, and listed for stewards', async () => {
    const { entryId } = await unread();
    const caseworker = await app.member('caseworker', 'coordinator');
    const refused = { code: 'role-missing' };
    await expect(readings.read(caseworker, entryId, read({}))).rejects.toMatchObject(refused);
    await expect(queue.next(caseworker, { awaits: 'first' })).rejects.toMatchObject(refused);
    await expect(app.context.get(ReadingsOfEntry).list(first(), entryId)).rejects.toMatchObject(
      refused,
    );
  });

  it('of entries under embargo are for stewards', async () => {
    const { collectionId, entryId } = await unread();
    await app.collections.update(steward, collectionId, 1, { embargoUntil: '9999-01-01' });
    const unknown = { code: 'entry-not-found' };
    await expect(readings.read(first(), entryId, read({}))).rejects.toMatchObject(unknown);
    await expect(queue.task(first(), entryId)).rejects.toMatchObject(unknown);
    expect(await waitingFor(first(), 'first', collectionId)).toEqual([]);
    expect(await waitingFor(third(), 'first', collectionId)).toEqual([entryId]);
  });

  it('are sealed, and recorded without what was read', async () => {
    const { entryId } = await unread();
    await readings.read(first(), entryId, read({ whole: 'Amrun' }, { note: 'Belun' }));
    const rows = await app.ask<{ all: string }>(
      `SELECT (SELECT string_agg(r::text, '') FROM athar.readings r)
           || (SELECT string_agg(a::text, '') FROM athar.audit_events a) AS all`,
    );
    expect(rows[0]?.all).toContain('reading.recorded');
    for (const text of ['Amrun', 'Belun']) {
      expect(rows[0]?.all).not.toContain(text);
      expect(rows[0]?.all).not.toContain(Buffer.from(text).toString('hex'));
    }
  });
});
