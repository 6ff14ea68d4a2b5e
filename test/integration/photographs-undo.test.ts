import type { Actor } from '@athar/access';
import { HandCorrections, Readings, type CollectionView } from '@athar/registry';
import type { ImportView } from '@athar/imports';
import {
  photographsIn,
  startPhotographs,
  type PhotographsApp,
} from '../support/photographs-app.js';
import { judgedElsewhere } from '../support/registry-sources.js';

let app: PhotographsApp;
let readers: [Actor, Actor];

beforeAll(async () => {
  app = await startPhotographs();
  readers = [await app.member('reviewer'), await app.member('reviewer')];
});
afterAll(() => app?.stop());

const titles = ['1234 samer 03-05-2013 215', '1234 samer 04-05-2013 215'];
const changed = { code: 'import-changed-since', kind: 'conflict' };

async function undo({ id }: ImportView): Promise<ImportView> {
  await app.imports.undo(app.steward, id);
  await app.imports.apply(app.steward.organisationId, id);
  return app.imports.read(app.steward, id);
}

async function settled(entryId: string): Promise<void> {
  const reading = { names: { whole: 'عمرون بلون' }, numbers: [], confidence: 0.8 };
  for (const reader of readers) await app.context.get(Readings).read(reader, entryId, reading);
}

/** The one entry of a collection. */
async function onlyEntry(collection: CollectionView) {
  const [entry, ...others] = (await app.entriesOf(collection)).values();
  expect(others).toEqual([]);
  return entry;
}

describe('undoing lists of titles', () => {
  it('is refused to the last of them once an entry was read, which keeps its photographs', async () => {
    const collection = await app.archive();
    const first = await app.bringTitles(collection, titles);
    const entry = await onlyEntry(collection);
    await settled(entry?.id ?? '');
    await expect(app.imports.undo(app.steward, first.id)).rejects.toMatchObject(changed);
    const second = await app.bringTitles(collection, titles);
    await undo(first);
    await expect(app.imports.undo(app.steward, second.id)).rejects.toMatchObject(changed);
    await app.bringTitles(collection, titles);
    const after = await onlyEntry(collection);
    expect(after?.id).toBe(entry?.id);
    expect(photographsIn(after)).toBe(2);
    expect(after?.document.names.transcribed).toHaveLength(1);
  });

  it('is refused once an entry was corrected by hand, or its photographs were', async () => {
    const corrected = await app.archive();
    const one = await app.bringTitles(corrected, titles);
    const entry = await onlyEntry(corrected);
    const correction = { document: { branch: '227' }, reason: 'seen' };
    await app.context.get(HandCorrections).save(app.steward, entry?.id ?? '', 1, correction);
    await expect(app.imports.undo(app.steward, one.id)).rejects.toMatchObject(changed);

    const parted = await app.archive();
    const two = await app.bringTitles(parted, titles);
    const entryId = (await onlyEntry(parted))?.id ?? '';
    const [group] = await app.lists.ofEntry(app.steward, entryId, 'quality_check');
    const photographIds = [group?.photographs[0]?.id ?? ''];
    const split = await app.hands.split(app.steward, entryId, { photographIds, reason: 'Two' });
    await expect(app.imports.undo(app.steward, two.id)).rejects.toMatchObject(changed);
    await app.hands.undo(app.steward, split.id);
    expect(await undo(two)).toMatchObject({ counts: { undone: 2 } });
  });

  it('leaves what was read after it had begun, and takes back what came after the reading', async () => {
    const collection = await app.archive();
    const one = await app.bringTitles(collection, [...titles, '99 samer 03-05-2013 215']);
    await app.imports.undo(app.steward, one.id);
    const entry = (await app.entriesOf(collection)).get('1234 2013-05-03');
    await settled(entry?.id ?? '');
    await app.imports.apply(app.steward.organisationId, one.id);
    expect(await app.imports.read(app.steward, one.id)).toMatchObject({ counts: { undone: 1 } });
    expect(photographsIn(await onlyEntry(collection))).toBe(2);
    const more = await app.bringTitles(collection, ['1234 samer 05-05-2013 215']);
    expect(photographsIn(await onlyEntry(collection))).toBe(3);
    await undo(more);
    expect(photographsIn(await onlyEntry(collection))).toBe(2);
  });

  it('is refused where an entry was judged, though a later list names its photographs too', async () => {
    const collection = await app.archive();
    const first = await app.bringTitles(collection, titles);
    await app.bringTitles(collection, titles);
    await judgedElsewhere(app, (await onlyEntry(collection))?.id ?? '');
    await expect(app.imports.undo(app.steward, first.id)).rejects.toMatchObject({
      code: 'import-judged',
    });
  });
});

describe('an entry that was read and has lost its photographs', () => {
  const apart = [
    '1234 samer 01-05-2013 215',
    '1234 samer 02-05-2013 215',
    '1234 samer 14-05-2013 215',
  ];

  async function emptied() {
    const collection = await app.archive();
    await app.bringTitles(collection, apart);
    const entries = await app.entriesOf(collection);
    const into = entries.get('1234 2013-05-01')?.id ?? '';
    const entryId = entries.get('1234 2013-05-14')?.id ?? '';
    await settled(entryId);
    const joining = await app.bringTitles(collection, ['1234 samer 07-05-2013 215']);
    expect(await imagesOf(entryId)).toBe(0);
    return { collection, joining, into, entryId };
  }

  const imagesOf = async (id: string) =>
    (await app.registry.readEntry(app.steward, id, 'quality_check')).document.images?.length ?? 0;

  it('has them again where its number, branch and days come back', async () => {
    const { joining, into, entryId } = await emptied();
    await undo(joining);
    expect([await imagesOf(into), await imagesOf(entryId)]).toEqual([2, 1]);
  });

  it('is merged by hand with the entry that has them, and parted from it again', async () => {
    const { into, entryId } = await emptied();
    const reason = 'The same face';
    await expect(
      app.hands.merge(app.steward, into, { fromEntryId: entryId, reason }),
    ).rejects.toMatchObject({
      code: 'photographs-refused',
      problems: [{ field: '/fromEntryId', code: 'no-photographs' }],
    });
    const merged = await app.hands.merge(app.steward, entryId, { fromEntryId: into, reason });
    expect(merged).toMatchObject({ photographs: 4, otherEntryId: into });
    expect(await imagesOf(entryId)).toBe(4);
    await app.hands.undo(app.steward, merged.id);
    expect([await imagesOf(into), await imagesOf(entryId)]).toEqual([4, 0]);
  });
});

describe('a merge with an entry of another collection', () => {
  it('says that it is of another collection, and nothing of those of others', async () => {
    const [here, there] = [await app.archive(), await app.archive()];
    await app.bringTitles(here, titles);
    await app.bringTitles(there, titles);
    const [one, other] = [(await onlyEntry(here))?.id ?? '', (await onlyEntry(there))?.id ?? ''];
    const request = { fromEntryId: other, reason: 'Same' };
    await expect(app.hands.merge(app.steward, one, request)).rejects.toMatchObject({
      code: 'photographs-refused',
      problems: [{ field: '/fromEntryId', code: 'other-collection' }],
    });
    const stranger = await app.member('steward');
    const { id } = await app.collection(stranger);
    await app.bring(stranger, id, 'id,detainee_number\n1,77\n');
    const [foreign] = (await app.entries.list(stranger, 'quality_check', { collectionId: id }))
      .items;
    for (const fromEntryId of [foreign?.id ?? '', stranger.memberId]) {
      await expect(
        app.hands.merge(app.steward, one, { fromEntryId, reason: 'Same' }),
      ).rejects.toMatchObject({ code: 'entry-not-found' });
    }
  });
});
