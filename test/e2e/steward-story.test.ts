import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { ImportView } from '@athar/imports';
import type { CollectionView, EntrySummary } from '@athar/registry';
import { CIVIL_HEADERS, NAME_LIST_HEADERS, simulateArchive } from '@athar/simulation';
import { startHouse, type House } from '../support/house.js';
import { fileOf, Storyteller } from '../support/told-story.js';

/** A part of the first archive by default; ATHAR_PRISONERS=10200 for the whole. */
const PRISONERS = Number(process.env['ATHAR_PRISONERS'] ?? 3_000);

const archive = simulateArchive({
  prisoners: PRISONERS,
  photographs: Math.round(PRISONERS * 3.235),
  named: 320,
  civilRecords: 2_000,
  seed: 20,
});
const { prisoners, manifest, names, civilRecords } = archive;
const titlePattern = '{number}[{suffix}]-{sequence} {photographer} {date:dd-mm-yyyy} {branch:word}';

/** Titles with the numbers of their lines as ids; the mistaken ones as they were first. */
function titles(version: 'first' | 'corrected'): Promise<Buffer> {
  const mistaken = new Map(manifest.mistaken.map(({ at, title }) => [at, title]));
  const rows = manifest.titles.map(({ title }, at) => ({
    id: String(at + 1),
    title: version === 'first' ? (mistaken.get(at) ?? title) : title,
  }));
  return fileOf('csv', ['id', 'title'], rows);
}

function listOfNames(version: 'first' | 'corrected'): Promise<Buffer> {
  const rows = names.map(({ row, before }) => (version === 'first' ? (before ?? row) : row));
  return fileOf('xlsx', NAME_LIST_HEADERS, rows);
}

function register(version: 'first' | 'corrected'): Promise<Buffer> {
  const rows = civilRecords.map(({ row, before }) => (version === 'first' ? (before ?? row) : row));
  return fileOf('csv', CIVIL_HEADERS, rows);
}

const unread = manifest.titles.filter(({ prisoner }) => prisoner === null).length;
const photographs = manifest.titles.length - unread;
const withNumber = names.filter(({ row }) => row.الرقم !== '');
const correctedNames = names.filter(({ before }) => before !== undefined);
const correctedRecords = civilRecords.filter(({ before }) => before !== undefined);
/** Prisoners some of whose photographs, but not all, bore a wrong number at first. */
const mistakenOf = new Map<number, number>();
for (const { at } of manifest.mistaken) {
  const prisoner = manifest.titles[at]?.prisoner ?? -1;
  mistakenOf.set(prisoner, (mistakenOf.get(prisoner) ?? 0) + 1);
}
const whollyMistaken = [...mistakenOf].filter(
  ([prisoner, count]) => prisoners[prisoner]?.photoDays.length === count,
);

// Ten thousand prisoners take their time on a busy machine.
jest.setTimeout(300_000);

let house: House;
let steward: Storyteller;
let reviewer: Storyteller;
let archiveId: string;
let registerId: string;

beforeAll(async () => {
  house = await startHouse();
  const { members } = await house.organisation(['steward', 'coordinator'], ['reviewer']);
  [steward, reviewer] = members.map(({ id }) => new Storyteller(house.url, id)) as [
    Storyteller,
    Storyteller,
  ];
});
afterAll(() => house?.stop());

async function collection(kind: string, title: string): Promise<string> {
  const made = await steward.post<CollectionView>('/collections', {
    kind,
    title,
    custodian: 'Nobody',
  });
  return made.id;
}

const entriesOf = (collectionId: string) =>
  steward.all<EntrySummary>(`/entries?reason=quality_check&collectionId=${collectionId}`);

const figures = (imported: ImportView) =>
  steward.get<Record<string, number>>(`/imports/${imported.id}/photographs`);

describe('a steward brings an archive in', () => {
  it('tries a pattern on titles, and keeps it', async () => {
    archiveId = await collection('photo_archive', 'Invented archive');
    const examples = [manifest.titles[0]?.title ?? '', manifest.titles.at(-1)?.title ?? ''];
    const { trials } = await steward.post<{ trials: { read: boolean }[] }>(
      `/collections/${archiveId}/title-patterns/try`,
      { patterns: [titlePattern], examples },
    );
    expect(trials.map(({ read }) => read)).toEqual([true, true]);
    await steward.put(`/collections/${archiveId}/title-patterns`, 1, { patterns: [titlePattern] });
  });

  it('makes a prisoner of each number of a branch in its days, though numbers begin again', async () => {
    const imported = await steward.bring(
      `/collections/${archiveId}/titles?format=csv`,
      await titles('first'),
    );
    expect(imported).toMatchObject({
      state: 'applied',
      counts: { rows: manifest.titles.length, bad: unread, added: photographs },
    });
    // Each wrong number makes a prisoner of its own, who is not there.
    const groups = prisoners.length + manifest.mistaken.length - whollyMistaken.length;
    expect(await figures(imported)).toMatchObject({ entriesAdded: groups });
    expect(await entriesOf(archiveId)).toHaveLength(groups);
    const errors = await steward.all<object>(`/imports/${imported.id}/errors`);
    expect(errors).toHaveLength(unread);
  });

  it('adds the names that were read from cards to the prisoners they are on', async () => {
    const path = `/collections/${archiveId}/imports?format=xlsx`;
    const before = (await entriesOf(archiveId)).length;
    const dry = await steward.bring(`${path}&dryRun=true`, await listOfNames('first'));
    const imported = await steward.bring(path, await listOfNames('first'));
    const lost = withNumber.filter(({ prisoner }) =>
      whollyMistaken.some(([mistaken]) => mistaken === prisoner),
    ).length;
    const counts = {
      rows: names.length,
      bad: 0,
      added: names.length - withNumber.length + lost,
      changed: withNumber.length - lost,
    };
    expect(dry).toMatchObject({ state: 'previewed', counts });
    expect(imported).toMatchObject({ state: 'applied', counts });
    expect(await entriesOf(archiveId)).toHaveLength(before + counts.added);
    const raised = BigInt(imported.lastRevision ?? 0) - BigInt(imported.firstRevision ?? 0) + 1n;
    expect(raised).toBe(BigInt(names.length));
  });

  it('brings civil records into a collection of their own', async () => {
    registerId = await collection('civil_records', 'Invented register');
    const path = `/collections/${registerId}/imports?format=csv`;
    const imported = await steward.bring(path, await register('first'));
    expect(imported.counts).toMatchObject({ rows: 2_000, bad: 0, added: 2_000, changed: 0 });
  });

  it('changes what a corrected list of titles corrects, and nothing else', async () => {
    const imported = await steward.bring(
      `/collections/${archiveId}/titles?format=csv`,
      await titles('corrected'),
    );
    expect(imported.counts).toMatchObject({
      bad: unread,
      added: 0,
      changed: manifest.mistaken.length,
      unchanged: photographs - manifest.mistaken.length,
    });
    const listed = await entriesOf(archiveId);
    expect(listed).toHaveLength(prisoners.length + names.length - withNumber.length);
  });

  it('changes the corrected names and records, and nothing else', async () => {
    const [listed, recorded] = [
      await steward.bring(
        `/collections/${archiveId}/imports?format=xlsx`,
        await listOfNames('corrected'),
      ),
      await steward.bring(
        `/collections/${registerId}/imports?format=csv`,
        await register('corrected'),
      ),
    ];
    expect(listed.counts).toMatchObject({
      added: 0,
      changed: correctedNames.length,
      unchanged: names.length - correctedNames.length,
    });
    expect(recorded.counts).toMatchObject({
      added: 0,
      changed: correctedRecords.length,
      unchanged: civilRecords.length - correctedRecords.length,
    });
  });

  it('changes nothing when everything is brought in again', async () => {
    const again = [
      await steward.bring(`/collections/${archiveId}/titles?format=csv`, await titles('corrected')),
      await steward.bring(
        `/collections/${archiveId}/imports?format=xlsx`,
        await listOfNames('corrected'),
      ),
      await steward.bring(
        `/collections/${registerId}/imports?format=csv`,
        await register('corrected'),
      ),
    ];
    for (const { counts, firstRevision } of again) {
      expect(counts).toMatchObject({ added: 0, changed: 0 });
      expect(firstRevision).toBeNull();
    }
  });

  it('has every photograph with its prisoner at the end', async () => {
    const { titles: shown } = manifest;
    const listed = await entriesOf(archiveId);
    const named = listed.filter(({ names: { given } }) => given !== undefined);
    const sample = named.filter(({ numberCount }) => numberCount > 0).slice(0, 20);
    expect(sample).toHaveLength(20);
    for (const { id } of sample) {
      const { groups } = await steward.get<{
        groups: { photographs: { title: string }[] }[];
      }>(`/entries/${id}/photographs?reason=quality_check`);
      expect(groups).toHaveLength(1);
      const own = (groups[0]?.photographs ?? []).map(({ title }) => title).sort();
      const prisoner = shown.find(({ title }) => title === own[0])?.prisoner;
      const truth = shown.filter((title) => title.prisoner === prisoner).map(({ title }) => title);
      expect(own).toEqual(truth.sort());
    }
  });

  it('tells of a name from which file and version it came', async () => {
    const listed = await entriesOf(archiveId);
    const corrected = correctedNames.find(({ row }) => row.الرقم !== '' && row['اسم الأب'] !== '');
    const entry = listed.find(
      ({ names: { given, father, family } }) =>
        given === corrected?.row.الاسم &&
        father === corrected?.row['اسم الأب'] &&
        family === corrected?.row.الكنية,
    );
    const { sources } = await steward.get<{
      sources: { kind: string; version: number; importId: string | null }[];
    }>(`/entries/${entry?.id}/history?reason=quality_check`);
    expect(sources.map(({ kind }) => kind).sort()).toEqual(['photographs', 'row']);
    expect(sources.find(({ kind }) => kind === 'row')).toMatchObject({ version: 2 });
  });

  it('proposes records with the photographs of the same person', async () => {
    const whole = civilRecords.filter(({ row, prisoner }) => {
      const name = names.find((one) => one.prisoner === prisoner)?.row;
      const [parts, record] = [
        [name?.الاسم, name?.['اسم الأب'], name?.الكنية],
        [row.الاسم, row['اسم الأب'], row.الكنية],
      ];
      // A mother whose name is spelled another way may speak against a pair.
      const mother = name?.['اسم الأم'] ?? '';
      const isSame = mother === '' || mother.split(' ')[0] === row['اسم الأم'];
      const agrees = parts.every((part, at) => part === record[at] && part !== '');
      return prisoner !== null && agrees && isSame;
    });
    expect(whole.length).toBeGreaterThan(2);
    for (;;) {
      const { entries } = await steward.get<{ entries: { waiting: number } }>('/matching');
      if (entries.waiting === 0) break;
      await pause(250);
    }
    const pairs = await reviewer.all<{ leftId: string; rightId: string }>('/entry-pairs');
    const beside = new Map<string, Set<string>>();
    for (const { leftId, rightId } of pairs) {
      for (const [one, other] of [
        [leftId, rightId],
        [rightId, leftId],
      ] as const) {
        beside.set(one, (beside.get(one) ?? new Set()).add(other));
      }
    }
    const [photographed, registered] = [await entriesOf(archiveId), await entriesOf(registerId)];
    const called = (one: EntrySummary) =>
      [one.names.given, one.names.father, one.names.family].join(' ');
    const unpaired: string[] = [];
    for (const { row } of whole) {
      const name = [row.الاسم, row['اسم الأب'], row.الكنية].join(' ');
      const paired = registered
        .filter((one) => called(one) === name)
        .some(({ id }) =>
          photographed.some((one) => called(one) === name && beside.get(id)?.has(one.id)),
        );
      if (!paired) unpaired.push(name);
    }
    expect(unpaired).toEqual([]);
  });
});
