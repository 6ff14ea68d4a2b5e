import {
  startCandidates,
  type CandidatesApp,
  type Office,
  type ReportPlace,
} from '../support/candidates-app.js';

let app: CandidatesApp;
let office: Office;

beforeEach(async () => {
  app = await startCandidates();
  office = await app.office();
});
afterEach(() => app?.stop());

const person = { given: 'شاهين', father: 'قمر', family: 'الظريفاني', mother: 'بدرية' };
const fathers = ['ليان', 'صقر', 'نوار', 'غيث', 'سهم', 'ورد', 'برق', 'جود'];
/** Rows of the same given and family name, of other fathers: names that say nothing any more. */
const homonyms = Array.from({ length: 62 }, (_, at) => {
  const father = `${fathers[at % 8]} ${fathers[Math.floor(at / 8)]}`;
  return `other-${at},شاهين,${father},الظريفاني,`;
});

/** Reports that fit one entry, until an import makes its names usual. */
async function reportsBeforeImport(count: number) {
  const collectionId = await app.collection(office.third);
  const rows = ['first,شاهين,,الظريفاني,زنوبيا', 'stranger,ليان,صقر,العنابي,'];
  await app.entries(office.third, collectionId, ...rows);
  const places: ReportPlace[] = [];
  for (let made = 0; made < count; made += 1) {
    places.push(await app.report(office.caseworker, { names: person }));
  }
  const match = async () => {
    for (const { reportId } of places) {
      await app.matching.matchReport(office.organisationId, reportId, 1);
    }
  };
  await match();
  const grow = async () => {
    const { to } = await app.entries(office.third, collectionId, ...homonyms);
    await match();
    return to;
  };
  return { places, grow };
}

const queueOf = async () => (await app.lists.queue(office.first, {})).items;
const leftOf = async (filter = {}) => (await app.lists.left(office.first, filter)).items;

it('tells what an import that makes names usual took out of the queue', async () => {
  const { places, grow } = await reportsBeforeImport(2);
  const waiting = await queueOf();
  expect(waiting.map(({ reportId }) => reportId).sort()).toEqual(
    places.map(({ reportId }) => reportId).sort(),
  );
  expect((await app.progress.read(office.third)).pairs).toMatchObject({
    candidates: { waiting: 2, left: 0 },
    runs: [{ came: 2, left: { below_floor: 0 } }],
  });

  const registryRevision = await grow();
  expect(await queueOf()).toEqual([]);
  expect(await leftOf()).toHaveLength(2);
  expect(await leftOf({ because: 'record_changed' })).toEqual([]);
  expect(await leftOf({ caseId: places[0]?.caseId, because: 'below_floor' })).toMatchObject([
    { reportId: places[0]?.reportId, state: 'proposed', leftBecause: 'below_floor' },
  ]);
  expect((await app.progress.read(office.third)).pairs).toMatchObject({
    candidates: { waiting: 0, left: 2 },
    runs: [{ registryRevision, came: 0, left: { below_floor: 2, crowded_out: 0 } }, { came: 2 }],
  });
  const events = await app.ask<{ detail: { below_floor: string[] } }>(
    `SELECT detail FROM audit_events WHERE action = 'candidate.left_queue' AND organisation_id = $1`,
    [office.organisationId],
  );
  expect(events.flatMap(({ detail }) => detail.below_floor).sort()).toEqual(
    waiting.map(({ id }) => id).sort(),
  );
});

it('takes no pair from under the hands of a reviewer who has opened it', async () => {
  const { grow } = await reportsBeforeImport(2);
  const [opened] = await queueOf();
  const { id = '', version } = await app.reader.read(office.first, opened?.id ?? '', 'en');
  await grow();
  expect((await queueOf()).map((pair) => pair.id)).toEqual([id]);
  const request = {
    verdict: 'different' as const,
    reasons: ['names_differ' as const],
    expectedVersion: version,
  };
  await app.judging.judge(office.first, id, request, 'en');
  const judged = await app.judging.judge(office.second, id, request, 'en');
  expect(judged.state).toBe('rejected');
});

it('counts a pair that fits again as come, and forgets that it had left', async () => {
  const { places, grow } = await reportsBeforeImport(1);
  await grow();
  const [place] = places;
  if (!place) throw new Error('There is a report.');
  await app.edit(place, { names: { ...person, mother: 'زنوبيا' } });
  await app.matching.matchReport(office.organisationId, place.reportId, 2);
  expect(await leftOf()).toEqual([]);
  expect(await queueOf()).toHaveLength(1);
  expect((await app.progress.read(office.first)).pairs).toMatchObject({
    candidates: { waiting: 1, left: 0 },
    runs: [{ came: 1, left: { below_floor: 1 } }, { came: 1 }],
  });
});

it('hides left pairs from who entered the report, and counts from who sits with families', async () => {
  const { grow } = await reportsBeforeImport(1);
  await app.ask('UPDATE reports SET entered_by = $1', [office.second.memberId]);
  await grow();
  expect((await app.lists.left(office.second, {})).items).toEqual([]);
  expect(await leftOf()).toHaveLength(1);
  await expect(app.lists.left(office.coordinator, {})).rejects.toMatchObject({
    code: 'role-missing',
  });
  expect((await app.progress.read(office.coordinator)).pairs).toBeNull();
});
