import { migrateDown, migrateUp } from '@athar/persistence';
import { contactOf, reportOf, startCases, type CasesApp } from '../support/cases-app.js';

let app: CasesApp;

beforeAll(async () => {
  app = await startCases();
});
afterAll(() => app?.stop());

/** Back to when a withdrawal left tasks open, and forth again. */
async function asBeforeEndedTasks(): Promise<void> {
  const since = await app.ask(
    `SELECT 1 FROM athar.migrations WHERE id >=
       (SELECT id FROM athar.migrations WHERE name LIKE 'EndedTasks%')`,
  );
  await migrateDown(app.database.urls.owner, since.length);
  await app.ask(`UPDATE athar.tasks SET state = 'open', ended_at = NULL, ended_by = NULL`);
  await migrateUp(app.database.urls.owner);
}

it('ends the tasks that a withdrawal had left open, and no others', async () => {
  const actor = await app.member();
  const report = reportOf({ contacts: [contactOf(), contactOf()] });
  const [ended, standing] = [
    await app.intake.create(actor, report),
    await app.intake.create(actor, report),
  ];
  const plan = (caseId: string, note: string, contactId?: string) =>
    app.taskWork.create(actor, {
      ...{ caseId, kind: 'other', dueOn: '2026-03-01', note },
      ...(contactId === undefined ? {} : { contactId }),
    });
  await plan(ended.caseId, 'case that ended');
  await plan(standing.caseId, 'case that stands');
  const [first, second] = standing.contacts;
  await plan(standing.caseId, 'who withdrew', first?.id);
  await plan(standing.caseId, 'who agrees', second?.id);
  for (const { id } of [...ended.contacts, first ?? { id: '' }]) {
    await app.withdrawals.withdraw(actor, id, ['store_and_match']);
  }
  await asBeforeEndedTasks();
  const tasks = (await app.tasks.list(actor, {})).items;
  expect(tasks.map(({ note, endedBecause }) => [note, endedBecause]).sort()).toEqual([
    ['case that ended', 'case_withdrawn'],
    ['case that stands', null],
    ['who agrees', null],
    ['who withdrew', 'consent_withdrawn'],
  ]);
});
