import type { Actor } from '@athar/access';
import { migrateDown, migrateUp } from '@athar/persistence';
import { startRegistry, type RegistryApp } from '../support/registry-app.js';
import { SourceWork } from '../support/registry-sources.js';

let app: RegistryApp;
let steward: Actor;
let work: SourceWork;

beforeAll(async () => {
  app = await startRegistry();
  steward = await app.member('steward');
  work = new SourceWork(app, steward);
});
afterAll(() => app?.stop());

const file = (...rows: string[]) =>
  ['id,given_name,detainee_number,photo_date', ...rows].join('\n');

/** Back to when entries had no sources, and forth again. */
async function asBeforeSources(): Promise<void> {
  const since = await app.ask<{ name: string }>(
    `SELECT name FROM athar.migrations WHERE id >=
       (SELECT id FROM athar.migrations WHERE name LIKE 'EntrySources%')`,
  );
  await migrateDown(app.database.urls.owner, since.length);
  await migrateUp(app.database.urls.owner);
}

it('makes sources of the entries that there are, as if they had been brought in with them', async () => {
  const { id } = await app.collection(steward);
  const text = file('a,Amrun,11,', 'b,Belun,,', ',Celun,13,2013-05-02');
  const first = await app.bring(steward, id, text);
  const before = await app.registry.currentRevision();
  await asBeforeSources();
  const entries = await work.entries(id);
  expect(entries.map(({ document }) => document.names.given)).toEqual(['Amrun', 'Belun', 'Celun']);
  expect(entries.map(({ sources }) => sources.map((one) => one.importId))).toEqual([
    [first.id],
    [first.id],
    [first.id],
  ]);
  expect((await app.bring(steward, id, text)).counts).toMatchObject({ unchanged: 3 });
  expect(await app.registry.currentRevision()).toBe(before);

  const corrected = await app.bring(steward, id, file('a,Amrum,11,', ',Celum,13,2013-05-02'));
  expect(corrected.counts).toMatchObject({ added: 0, changed: 2 });
  await app.imports.undo(steward, corrected.id);
  await app.imports.apply(steward.organisationId, corrected.id);
  const back = await work.entries(id);
  expect(back.map(({ document }) => document)).toEqual(entries.map(({ document }) => document));
});
