import { MODEL_VERSION } from '@athar/matching';
import { startCandidates, type CandidatesApp, type Office } from '../support/candidates-app.js';

let app: CandidatesApp;
let office: Office;

beforeAll(async () => {
  app = await startCandidates();
  office = await app.office();
});
afterAll(() => app?.stop());

/** Plans a batch and does its chunks, as workers do. */
async function matchAll({ from: fromRevision, to: toRevision }: { from: string; to: string }) {
  const batch = { fromRevision, toRevision };
  expect(await app.matching.planBatch(batch)).toBe(1);
  await app.matching.matchChunk({
    ...batch,
    afterReportId: null,
    throughReportId: null,
    reports: 1,
  });
}
const person = { given: 'شاهين', father: 'قمر', family: 'الظريفاني', mother: 'بدرية' };
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `row-${from + at},شاهين,قمر,الظريفاني,`);

interface Match {
  matched_model: string;
  models: string[];
  centibits: number;
}

async function matchOf(reportId: string): Promise<Match | undefined> {
  const [match] = await app.ask<Match>(
    `SELECT matched_model, array_agg(DISTINCT model_version) AS models, max(centibits) AS centibits
     FROM reports r JOIN candidates c ON c.report_id = r.id AND c.above_floor WHERE r.id = $1 GROUP BY 1`,
    [reportId],
  );
  return match;
}

it('matches a report anew when the registry has doubled, by the names that it holds now', async () => {
  const collectionId = await app.collection(office.third);
  await app.entries(office.third, collectionId, ...rows(1, 2));
  const { reportId } = await app.report(office.caseworker, { names: person });
  await app.matching.matchReport(office.organisationId, reportId, 1);
  const before = await matchOf(reportId);
  expect(before?.models).toEqual([MODEL_VERSION]);

  await matchAll(await app.entries(office.third, collectionId, ...rows(3, 64)));
  const after = await matchOf(reportId);
  const model = `${MODEL_VERSION}+registry-64`;
  expect(after).toMatchObject({ matched_model: model, models: [model] });
  expect(after?.centibits).toBeLessThan(before?.centibits ?? 0);
  await app.matching.compareReport(office.organisationId, reportId);
  expect(await app.matching.sweep(0)).toMatchObject({ queued: 0 });
});

it('matches a report lightly while the same names are counted', async () => {
  const { reportId } = await app.report(office.caseworker, { names: person });
  await app.matching.matchReport(office.organisationId, reportId, 1);
  const collectionId = await app.collection(office.third);
  const imported = await app.entries(office.third, collectionId, ...rows(100, 101));
  await matchAll(imported);
  const [report] = await app.ask<{ at: string; model: string }>(
    'SELECT matched_registry_revision AS at, matched_model AS model FROM reports WHERE id = $1',
    [reportId],
  );
  expect(report).toEqual({ at: imported.to, model: `${MODEL_VERSION}+registry-64` });
});
