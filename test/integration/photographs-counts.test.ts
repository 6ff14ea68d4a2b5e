import { manifest, startPhotographs, type PhotographsApp } from '../support/photographs-app.js';

let app: PhotographsApp;

beforeAll(async () => {
  app = await startPhotographs();
});
afterAll(() => app?.stop());

it('what became of a list adds up to its groups, also after a split by hand', async () => {
  const collection = await app.archive();
  const first = await app.bringTitles(collection, manifest);
  const countsOf = async ({ id }: { id: string }) => {
    const counts = await app.figures.ofImport(app.steward, id);
    const { groups, entriesAdded, entriesChanged, entriesUnchanged } = counts;
    return [groups, entriesAdded, entriesChanged, entriesUnchanged];
  };
  expect(await countsOf(first)).toEqual([4, 4, 0, 0]);

  const entryId = (await app.entriesOf(collection)).get('1234 2013-05-03')?.id ?? '';
  const [group] = await app.lists.ofEntry(app.steward, entryId, 'quality_check');
  const photographIds = group?.photographs.slice(0, 1).map(({ id }) => id) ?? [];
  await app.hands.split(app.steward, entryId, { photographIds, reason: 'Two faces' });
  // The fifth is the hand's.
  expect(await countsOf(first)).toEqual([5, 4, 0, 1]);
  const again = await app.bringTitles(collection, manifest);
  expect(await countsOf(again)).toEqual([5, 0, 0, 5]);
});
