import { ImportTargets } from '@athar/imports';
import {
  manifest,
  photographsIn,
  startPhotographs,
  type PhotographsApp,
} from '../support/photographs-app.js';

describe('a list of titles that is applied in several chunks', () => {
  let app: PhotographsApp;
  beforeAll(async () => {
    app = await startPhotographs();
    Object.assign(app.context.get(ImportTargets).of('titles'), { chunkSize: 2 });
  }, 60_000);
  afterAll(() => app.stop());

  const photographsByEntry = async (collection: Awaited<ReturnType<PhotographsApp['archive']>>) =>
    [...(await app.entriesOf(collection)).values()].map(photographsIn).sort();

  it('becomes the same people, and changes nothing when it is brought again', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, manifest);
    expect(await photographsByEntry(collection)).toEqual([1, 1, 1, 3]);
    const again = await app.bringTitles(collection, manifest);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 6 });
    expect(again.firstRevision).toBeNull();
    expect(await photographsByEntry(collection)).toEqual([1, 1, 1, 3]);
  });

  it('is grouped by the settings of the day when it is brought again', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, manifest);
    await app.ask('UPDATE athar.collections SET number_window_days = 365 WHERE id = $1', [
      collection.id,
    ]);
    await app.bringTitles(collection, manifest);
    expect(await photographsByEntry(collection)).toEqual([1, 1, 4]);
  });

  it('takes what a later chunk adds to a number of an earlier one', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, manifest);
    const more = [...manifest, '1234 samer 05-05-2013 215', '77 samer 05-05-2013 215'];
    const { counts } = await app.bringTitles(collection, more);
    expect(counts).toMatchObject({ added: 2, unchanged: 6 });
    expect(await photographsByEntry(collection)).toEqual([1, 1, 1, 1, 4]);
  });
});
