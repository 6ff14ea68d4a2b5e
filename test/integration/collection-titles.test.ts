import type { Actor } from '@athar/access';
import { CollectionTitles } from '@athar/registry';
import { startRegistry, type RegistryApp } from '../support/registry-app.js';

let app: RegistryApp;
let steward: Actor;
let titles: CollectionTitles;

beforeAll(async () => {
  app = await startRegistry();
  steward = await app.member('steward');
  titles = app.context.get(CollectionTitles);
});
afterAll(() => app?.stop());

describe('the titles of collections', () => {
  it('are read once, until a collection is added or changed', async () => {
    const { id, version } = await app.collection(steward, { title: 'Ledger' });
    const first = await titles.all(steward);
    expect(first).toEqual([{ id, kind: 'photo_archive', title: 'Ledger', custodian: 'Custodian' }]);
    expect(await titles.all(steward)).toBe(first);
    await app.collections.update(steward, id, version, { title: 'Roll' });
    expect((await titles.all(steward)).map(({ title }) => title)).toEqual(['Roll']);
    await app.collection(steward, { title: 'Newer' });
    expect((await titles.all(steward)).map(({ title }) => title)).toEqual(['Newer', 'Roll']);
  });

  it('are for stewards and coordinators, also where they are kept', async () => {
    const caseworker = await app.member('caseworker');
    await titles.all(steward);
    await expect(titles.all(caseworker)).rejects.toMatchObject({ code: 'role-missing' });
  });
});
