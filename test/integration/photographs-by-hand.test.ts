import {
  manifest,
  photographsIn,
  startPhotographs,
  type PhotographsApp,
} from '../support/photographs-app.js';
import { judgedElsewhere } from '../support/registry-sources.js';

let app: PhotographsApp;

beforeAll(async () => {
  app = await startPhotographs();
});
afterAll(() => app?.stop());

describe('groups by hand', () => {
  it('are split, stay split whatever comes, and become one again', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, manifest);
    const before = (await app.entriesOf(collection)).get('1234 2013-05-03');
    const [group] = await app.lists.ofEntry(app.steward, before?.id ?? '', 'quality_check');
    const ids = group?.photographs.map(({ id }) => id) ?? [];
    expect(ids).toHaveLength(3);
    const change = await app.hands.split(app.steward, before?.id ?? '', {
      photographIds: ids.slice(0, 2),
      reason: 'Two faces',
    });
    const other = change.otherEntryId ?? '';
    expect(other).not.toBe(before?.id);
    const imagesOf = async (id: string) =>
      (await app.registry.readEntry(app.steward, id, 'quality_check')).document.images?.length;
    expect([await imagesOf(before?.id ?? ''), await imagesOf(other)]).toEqual([1, 2]);
    await app.bringTitles(collection, [...manifest, '1234 samer 05-05-2013 215']);
    expect([await imagesOf(before?.id ?? ''), await imagesOf(other)]).toEqual([2, 2]);
    const undone = await app.hands.undo(app.steward, change.id);
    expect(undone.undoneAt).not.toBeNull();
    expect(await imagesOf(before?.id ?? '')).toBe(4);
    expect((await app.figures.ofCollection(app.steward, collection.id)).groups).toBe(4);
  });

  it('are merged, take in what fits later, and become two again', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, manifest);
    const entries = await app.entriesOf(collection);
    const [one, other] = [entries.get('1234 2013-05-03'), entries.get('1234 2013-08-03')];
    const change = await app.hands.merge(app.steward, one?.id ?? '', {
      fromEntryId: other?.id ?? '',
      reason: 'The same scar',
    });
    const merged = await app.entriesOf(collection);
    expect(merged.has('1234 2013-08-03')).toBe(false);
    expect(photographsIn(merged.get('1234 2013-05-03'))).toBe(4);
    await app.bringTitles(collection, [...manifest, '1234 samer 04-08-2013 215']);
    expect(photographsIn((await app.entriesOf(collection)).get('1234 2013-05-03'))).toBe(5);
    await app.hands.undo(app.steward, change.id);
    const back = await app.entriesOf(collection);
    expect(back.get('1234 2013-08-03')?.id).toBe(other?.id);
    expect(photographsIn(back.get('1234 2013-08-03'))).toBe(2);
    expect(photographsIn(back.get('1234 2013-05-03'))).toBe(3);
    const changes = await app.figures.changes(app.steward, collection.id);
    expect(changes.items).toMatchObject([
      { kind: 'merge', reason: 'The same scar', photographs: 4 },
    ]);
  });

  it('are neither merged nor put back where a judged entry would go', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, manifest);
    const entries = await app.entriesOf(collection);
    const one = entries.get('1234 2013-05-03')?.id ?? '';
    const other = entries.get('1234 2013-08-03')?.id ?? '';
    await judgedElsewhere(app, other);
    await expect(
      app.hands.merge(app.steward, one, { fromEntryId: other, reason: 'Same' }),
    ).rejects.toMatchObject({ code: 'photographs-judged', kind: 'conflict' });
    expect(await app.entriesOf(collection)).toEqual(entries);
    const [group] = await app.lists.ofEntry(app.steward, one, 'quality_check');
    const photographIds = group?.photographs.slice(0, 1).map(({ id }) => id) ?? [];
    const split = await app.hands.split(app.steward, one, { photographIds, reason: 'Two faces' });
    await judgedElsewhere(app, split.otherEntryId ?? '');
    await expect(app.hands.undo(app.steward, split.id)).rejects.toMatchObject({
      code: 'photographs-judged',
    });
    await app.hands.merge(app.steward, other, { fromEntryId: one, reason: 'Same' });
    const merged = await app.registry.readEntry(app.steward, other, 'quality_check');
    expect(merged.document.images).toHaveLength(3);
  });

  it('are refused for others than stewards, of another archive, under legal hold, undone out of turn', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, manifest);
    const entries = await app.entriesOf(collection);
    const [one, other] = [
      entries.get('1234 2013-05-03')?.id ?? '',
      entries.get('1234 2013-08-03')?.id ?? '',
    ];
    const request = { fromEntryId: other, reason: 'Same' };
    const reviewer = await app.member('reviewer');
    const stranger = await app.member('steward');
    await expect(app.hands.merge(reviewer, one, request)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(app.hands.merge(stranger, one, request)).rejects.toMatchObject({
      code: 'collection-of-another',
    });
    const [group] = await app.lists.ofEntry(app.steward, one, 'quality_check');
    const all = group?.photographs.map(({ id }) => id) ?? [];
    await expect(
      app.hands.split(app.steward, one, { photographIds: all, reason: 'All' }),
    ).rejects.toMatchObject({ code: 'photographs-refused' });
    const first = await app.hands.split(app.steward, one, {
      photographIds: all.slice(0, 1),
      reason: 'One',
    });
    await app.hands.merge(app.steward, one, {
      fromEntryId: first.otherEntryId ?? '',
      reason: 'No',
    });
    await expect(app.hands.undo(app.steward, first.id)).rejects.toMatchObject({
      code: 'photographs-changed-since',
    });
    const { version } = await app.collections.read(app.steward, collection.id);
    await app.collections.update(app.steward, collection.id, version, { legalHold: true });
    await expect(app.hands.merge(app.steward, one, request)).rejects.toMatchObject({
      code: 'under-legal-hold',
    });
    expect((await app.entriesOf(collection)).has('1234 2013-08-03')).toBe(true);
  });
});

describe('groups under legal hold', () => {
  const lines = ['1234 samer 01-05-2013 215', '1234 samer 14-05-2013 215'];

  it('that a list puts together stay with their entries, in doubt, until the hold is lifted', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, lines);
    const { version } = await app.collections.read(app.steward, collection.id);
    await app.collections.update(app.steward, collection.id, version, { legalHold: true });
    const between = '1234 samer 07-05-2013 215';
    const done = await app.bringTitles(collection, [between, '9999 samer 07-05-2013 215']);
    expect(done).toMatchObject({ state: 'applied', counts: { added: 2 } });
    const entries = () =>
      app.ask('SELECT FROM athar.entries WHERE collection_id = $1 AND removed_at IS NULL', [
        collection.id,
      ]);
    expect(await entries()).toHaveLength(3);
    const uncertain = () =>
      app.lists.uncertain(app.steward, collection.id, 'quality_check', {
        doubt: 'emptied-under-hold',
      });
    expect((await uncertain()).items).toHaveLength(1);
    await app.collections.update(app.steward, collection.id, version + 1, {
      legalHold: false,
      holdLiftedBecause: 'court_released',
    });
    await app.bringTitles(collection, [between, '9999 samer 07-05-2013 215']);
    expect(await entries()).toHaveLength(2);
    expect((await uncertain()).items).toEqual([]);
  });
});

describe('a list that takes all photographs from a judged entry', () => {
  const lines = ['1234 samer 01-05-2013 215', '1234 samer 14-05-2013 215'];
  const between = '1234 samer 07-05-2013 215';

  /** Two entries of one number, both of them judged, and a list that puts them together. */
  async function joined() {
    const collection = await app.archive();
    await app.bringTitles(collection, lines);
    const entries = await app.entriesOf(collection);
    const ids = [...entries.values()].map(({ id }) => id);
    for (const id of ids) await judgedElsewhere(app, id);
    const list = await app.bringTitles(collection, [between]);
    const { entriesKept } = await app.figures.ofImport(app.steward, list.id);
    const [kept = ''] = entriesKept;
    expect(entriesKept).toHaveLength(1);
    const other = ids.find((id) => id !== kept) ?? '';
    const before = [...entries.values()].find(({ id }) => id === kept);
    return { collection, kept, other, before, list };
  }

  const doubtful = async ({ id }: { id: string }) => {
    const filter = { doubt: 'emptied-though-judged' as const };
    const { items } = await app.lists.uncertain(app.steward, id, 'quality_check', filter);
    return items.map(({ entryId }) => entryId);
  };
  const read = (id: string) => app.registry.readEntry(app.steward, id, 'quality_check');

  it('leaves it as it was, in doubt, list after list', async () => {
    const { collection, kept, other, before } = await joined();
    expect(await read(kept)).toEqual(before);
    expect((await read(other)).document.images).toHaveLength(3);
    expect(await doubtful(collection)).toEqual([kept]);
    await app.bringTitles(collection, [between, ...lines]);
    expect(await read(kept)).toEqual(before);
    expect(await doubtful(collection)).toEqual([kept]);
  });

  it('gives them back when it is undone', async () => {
    const { collection, kept, before, list } = await joined();
    await app.ask(
      `DELETE FROM athar.judgements j USING athar.candidates c
       WHERE c.id = j.candidate_id AND c.entry_id <> $1 AND c.entry_id IN
         (SELECT id FROM athar.entries WHERE collection_id = $2)`,
      [kept, collection.id],
    );
    await app.imports.undo(app.steward, list.id);
    await app.imports.apply(app.steward.organisationId, list.id);
    expect((await read(kept)).document).toEqual(before?.document);
    expect((await app.entriesOf(collection)).size).toBe(2);
    expect(await doubtful(collection)).toEqual([]);
  });

  it('has them again where a steward splits them off', async () => {
    const { collection, kept, other, before } = await joined();
    const [group] = await app.lists.ofEntry(app.steward, other, 'quality_check');
    const day = before?.document.photoDates?.[0];
    const own = group?.photographs.filter(({ says }) => says.date === day) ?? [];
    const photographIds = own.map(({ id }) => id);
    const split = await app.hands.split(app.steward, other, { photographIds, reason: 'Two' });
    expect(split.otherEntryId).toBe(kept);
    expect((await read(kept)).document).toEqual(before?.document);
    expect(await doubtful(collection)).toEqual([]);
  });

  it('stays without a doubt where a steward says that they are of one person', async () => {
    const { collection, kept, other, before } = await joined();
    const merge = { fromEntryId: kept, reason: 'One face' };
    const change = await app.hands.merge(app.steward, other, merge);
    expect(await doubtful(collection)).toEqual([]);
    await app.bringTitles(collection, [between, ...lines]);
    expect(await read(kept)).toEqual(before);
    await app.hands.undo(app.steward, change.id);
    expect(await doubtful(collection)).toEqual([kept]);
  });
});
