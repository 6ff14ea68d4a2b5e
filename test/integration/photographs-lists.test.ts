import type { Actor } from '@athar/access';
import {
  manifest,
  startPhotographs,
  titlePattern,
  type PhotographsApp,
} from '../support/photographs-app.js';

let app: PhotographsApp;

beforeAll(async () => {
  app = await startPhotographs();
});
afterAll(() => app?.stop());

describe('lists for stewards', () => {
  it('show titles and why they were grouped, and record the reading', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, manifest);
    const entry = (await app.entriesOf(collection)).get('1234 2013-05-03');
    const [group] = await app.lists.ofEntry(app.steward, entry?.id ?? '', 'quality_check');
    expect(group).toMatchObject({
      why: { key: { number: '1234', branch: '215' }, photographs: 3, windowDays: 7, gapAfter: 91 },
      doubts: [],
    });
    expect(group?.photographs.map(({ photographer }) => photographer).sort()).toEqual([
      'samer',
      'samer',
      'سامر',
    ]);
    const [event] = await app.ask<{ count: number }>(
      `SELECT count(*)::int AS count FROM athar.audit_events
       WHERE action = 'photographs.read' AND subject_id = $1`,
      [entry?.id],
    );
    expect(event?.count).toBe(1);
    const reviewer = { ...app.steward, roles: ['reviewer' as const] };
    await expect(app.lists.ofEntry(reviewer, entry?.id ?? '', 'review')).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('tell other organisations neither titles and photographers nor who brought and split them', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, manifest);
    const entryId = (await app.entriesOf(collection)).get('1234 2013-05-03')?.id ?? '';
    const [group] = await app.lists.ofEntry(app.steward, entryId, 'quality_check');
    const photographIds = group?.photographs.slice(0, 1).map(({ id }) => id) ?? [];
    await app.hands.split(app.steward, entryId, { photographIds, reason: 'Two faces' });
    const stranger = await app.member('steward');
    const [seen] = await app.lists.ofEntry(stranger, entryId, 'quality_check');
    expect(seen?.photographs).toHaveLength(2);
    expect(seen?.photographs[0]).toMatchObject({
      ...{ title: null, photographer: null, importId: null },
      says: { number: '1234' },
    });
    const changes = async (actor: Actor) =>
      (await app.figures.changes(actor, collection.id)).items.map(({ memberId }) => memberId);
    expect(await changes(stranger)).toEqual([null]);
    expect(await changes(app.steward)).toEqual([app.steward.memberId]);
  });

  it('list groups that titles leave a doubt about, page by page', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, [
      '5 samer 03-05-2013',
      '6 samer 03-05-2013',
      '7 samer 03-05-2013 215',
    ]);
    const first = await app.lists.uncertain(app.steward, collection.id, 'quality_check', {
      limit: 1,
    });
    const rest = await app.lists.uncertain(app.steward, collection.id, 'quality_check', {
      cursor: first.nextCursor ?? '',
    });
    const found = [...first.items, ...rest.items];
    expect(found.map((item) => item.why.key.number).sort()).toEqual(['5', '6']);
    expect(found.every((item) => item.doubts.includes('no-branch'))).toBe(true);
    await app.titles.save(app.steward, collection.id, 2, {
      patterns: [titlePattern],
      assumedBranch: '215',
    });
    await app.bringTitles(collection, ['5 samer 03-05-2013', '6 samer 03-05-2013']);
    expect((await app.lists.uncertain(app.steward, collection.id, 'quality_check')).items).toEqual(
      [],
    );
  });

  it('count photographs a day and flag days with too many', async () => {
    const collection = await app.archive();
    await app.titles.save(app.steward, collection.id, 2, { patterns: [titlePattern], mostADay: 2 });
    await app.bringTitles(collection, manifest);
    expect(await app.lists.aDay(app.steward, collection.id)).toEqual({
      mostADay: 2,
      undated: 0,
      days: [
        { date: '2013-05-03', photographs: 3, aboveMaximum: true },
        { date: '2013-05-04', photographs: 1, aboveMaximum: false },
        { date: '2013-05-05', photographs: 1, aboveMaximum: false },
        { date: '2013-08-03', photographs: 1, aboveMaximum: false },
      ],
    });
  });
});

describe('patterns of a collection', () => {
  it('are tried on examples, saved by version, and refused with the place', async () => {
    const collection = await app.collection(app.steward);
    const trials = await app.titles.try(
      app.steward,
      collection.id,
      ['12 samer 03-05-2013'],
      [titlePattern],
    );
    expect(trials[0]?.reading).toMatchObject({ read: true });
    expect((await app.titles.read(app.steward, collection.id)).version).toBe(1);
    const saved = await app.titles.save(app.steward, collection.id, 1, {
      patterns: [titlePattern],
    });
    expect(saved).toMatchObject({ version: 2, windowDays: 7, mostADay: 177 });
    await expect(
      app.titles.save(app.steward, collection.id, 1, { patterns: [titlePattern] }),
    ).rejects.toMatchObject({ code: 'version-mismatch' });
    await expect(
      app.titles.save(app.steward, collection.id, 2, { patterns: ['{number'] }),
    ).rejects.toMatchObject({ problems: [{ field: '/patterns/0', expected: expect.any(String) }] });
    const stranger = await app.member('steward');
    await expect(
      app.titles.save(stranger, collection.id, 2, { patterns: [titlePattern] }),
    ).rejects.toMatchObject({ code: 'collection-of-another' });
  });
});
