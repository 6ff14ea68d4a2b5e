import type { ReportView } from '@athar/cases';
import type { Problem } from '@athar/diagnostics';
import { ReportOffice, csv } from '../support/report-office.js';

let office: ReportOffice;

beforeAll(async () => {
  office = await ReportOffice.open();
});
afterAll(() => office?.house.stop());

async function undo(importId: string): Promise<number> {
  const { status } = await office.call('POST', `imports/${importId}/undo`);
  expect(status).toBe(202);
  const { state, counts } = await office.ended(importId);
  expect(state).toBe('undone');
  return counts.undone;
}

describe('reports that several files say the same of', () => {
  it('stay while one of the files stands, and go with the last of them', async () => {
    const file = await csv({ id: 'n-1', circumstances: 'n-1: row' });
    const first = await office.brought('format=csv', file);
    const second = await office.brought('format=csv', file);
    const third = await office.brought('format=csv', file);
    expect([second, third].map(({ counts }) => counts.unchanged)).toEqual([1, 1]);
    expect(await undo(third.id)).toBe(0);
    expect(await undo(first.id)).toBe(0);
    expect(await office.ended(first.id)).toMatchObject({
      counts: { undone: 0, stayed: 1 },
      stayed: [{ why: 'named-by-import', rows: 1, import: { id: second.id } }],
    });
    const report = await office.reportNamed('n-1');
    expect(report).toMatchObject({ state: 'open', version: 1 });
    expect((await office.brought('format=csv&dryRun=true', file)).counts).toMatchObject({
      ...{ added: 0, unchanged: 1 },
    });
    expect(await undo(second.id)).toBe(1);
    expect((await office.call('GET', `reports/${report.id}`)).body).toMatchObject({
      state: 'withdrawn',
    });
  });

  it('are left to the later file where only the earlier one is undone, worked with or not', async () => {
    const rows = [
      { id: 'l-1', circumstances: 'l-1: row' },
      { id: 'l-2', circumstances: 'l-2: row' },
    ];
    const first = await office.brought('format=csv', await csv(...rows));
    await office.brought('format=csv', await csv(...rows.slice(0, 1)));
    const { caseId } = await office.reportNamed('l-1');
    const body = { kind: 'information', happenedOn: '2026-03-02', text: 'Example' };
    await office.call('POST', `cases/${caseId}/follow-ups`, { body });
    expect(await undo(first.id)).toBe(1);
    expect((await office.reportNamed('l-1')).state).toBe('open');
    await expect(office.reportNamed('l-2')).rejects.toThrow();
  });

  it('are no longer the earlier file’s where a later one corrected them and a third says that', async () => {
    const told = { id: 'k-1', circumstances: 'k-1: row' };
    const first = await office.brought('format=csv', await csv(told));
    const corrected = await csv({ ...told, birth_date: '1990' });
    await office.brought('format=csv', corrected);
    await office.brought('format=csv', corrected);
    const refused = await office.call<{ code: string }>('POST', `imports/${first.id}/undo`);
    expect([refused.status, refused.body.code]).toEqual([409, 'reports-worked-with']);
    expect((await office.reportNamed('k-1')).state).toBe('open');
  });

  it('that were worked with are named where the import is not undone, what may tell of a pair to no caseworker', async () => {
    const rows = ['w-1', 'w-2', 'w-3'].map((id) => ({ id, circumstances: `${id}: row` }));
    const view = await office.brought('format=csv', await csv(...rows));
    const [followed, judged] = [await office.reportNamed('w-1'), await office.reportNamed('w-2')];
    const body = { kind: 'information', happenedOn: '2026-03-02', text: 'Example' };
    await office.call('POST', `cases/${followed.caseId}/follow-ups`, { body });
    await office.sql('UPDATE tasks SET version = version + 1 WHERE case_id = $1', [judged.caseId]);
    const refused = async (as: string) => {
      const { body: told } = await office.call<{ detail: string; problems: Problem[] }>(
        'POST',
        `imports/${view.id}/undo`,
        { as },
      );
      expect(told).toMatchObject({ code: 'reports-worked-with' });
      expect(told.detail).toContain(': 2.');
      return told.problems.map(({ field, expected }) => [field, expected]);
    };
    const named = async ({ id, caseId }: ReportView) => {
      const [one] = await office.sql<{ reference: string }>(
        'SELECT reference FROM cases WHERE id = $1',
        [caseId],
      );
      return [`reports/${id}`, `the report of case ${one?.reference} as the import left it`];
    };
    const both = [await named(followed), await named(judged)];
    expect(await refused(office.caseworker)).toEqual([both[0]]);
    expect((await refused(office.coordinator)).sort()).toEqual(both.sort());
  });
});
