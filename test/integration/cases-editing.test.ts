import { verifyAuditChain } from '@athar/access';
import { withOwner } from '@athar/persistence';
import {
  contactOf,
  documentOf,
  reportOf,
  startCases,
  type CasesApp,
} from '../support/cases-app.js';

let app: CasesApp;

beforeAll(async () => {
  app = await startCases();
});
afterAll(() => app?.stop());

describe('editing a report', () => {
  it('refuses the second of two edits of one version and loses neither', async () => {
    const actor = await app.member();
    const { id } = await app.intake.create(actor, reportOf());
    const edits = await Promise.allSettled(
      ['Left by bus', 'Left on foot'].map((circumstances) =>
        app.editing.replace(actor, id, 1, documentOf({ circumstances })),
      ),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = edits.find((edit) => edit.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'version-mismatch', kind: 'precondition' });
    expect(await app.reading.get(actor, id)).toMatchObject({ version: 2 });
  });

  it('matches anew only where matching would look', async () => {
    const actor = await app.member();
    const { id } = await app.intake.create(actor, reportOf());
    const revision = async () =>
      (await app.reports.forMatching(actor.organisationId, id))?.matchRevision;
    await app.editing.replace(actor, id, 1, documentOf({ circumstances: 'Told again' }));
    expect(await revision()).toBe(1);
    const { person } = documentOf();
    await app.editing.replace(actor, id, 2, documentOf({ person: { ...person, sex: 'male' } }));
    expect(await revision()).toBe(2);
    const named = { ...person, names: { ...person.names, mother: 'Placeholder' } };
    await app.editing.replace(actor, id, 3, documentOf({ person: named }));
    expect(await revision()).toBe(3);
  });
});

describe('withdrawing', () => {
  it('ends matching with the last relative who agreed, and the case with its last report', async () => {
    const actor = await app.member();
    const both = reportOf({ contacts: [contactOf(), contactOf({ relationship: 'father' })] });
    const view = await app.intake.create(actor, both);
    const [mother, father] = view.contacts.map(({ id }) => id) as [string, string];
    const first = await app.withdrawals.withdraw(actor, mother, ['store_and_match']);
    expect(first).toEqual({
      contactId: mother,
      reportId: view.id,
      ended: ['message_email', 'store_and_match'],
      reportState: 'open',
      messagesCancelled: 1,
      callsCancelled: 0,
      tasksCancelled: 0,
    });
    expect(await app.reports.forMatching(actor.organisationId, view.id)).toBeDefined();
    await app.withdrawals.withdraw(actor, father, ['store_and_match']);
    expect(await app.reports.forMatching(actor.organisationId, view.id)).toBeUndefined();
    expect(await app.reading.get(actor, view.id)).toMatchObject({ state: 'withdrawn' });
    expect(await app.cases.get(actor, view.caseId)).toMatchObject({ status: 'withdrawn' });
    const edit = app.editing.replace(actor, view.id, 2, documentOf());
    await expect(edit).rejects.toMatchObject({ code: 'report-withdrawn' });
    expect((await app.withdrawals.withdraw(actor, father, ['store_and_match'])).ended).toEqual([]);
  });

  it('sees that the last two who withdraw at once are the last', async () => {
    const actor = await app.member();
    const both = reportOf({ contacts: [contactOf(), contactOf({ relationship: 'father' })] });
    const view = await app.intake.create(actor, both);
    await Promise.all(
      view.contacts.map(({ id }) => app.withdrawals.withdraw(actor, id, ['store_and_match'])),
    );
    expect(await app.cases.get(actor, view.caseId)).toMatchObject({ status: 'withdrawn' });
  });

  it('of messages alone leaves matching as it is', async () => {
    const actor = await app.member();
    const view = await app.intake.create(actor, reportOf());
    const id = view.contacts[0]?.id ?? '';
    expect(await app.withdrawals.withdraw(actor, id, ['message_email'])).toMatchObject({
      ended: ['message_email'],
      reportState: 'open',
      messagesCancelled: 1,
    });
    const { items } = await app.messages.list(actor, { caseId: view.caseId });
    expect(items.map(({ state }) => state)).toEqual(['cancelled']);
  });
});

describe('the audit trail', () => {
  it('holds who created, read, edited and withdrew, and no personal value', async () => {
    const actor = await app.member();
    const view = await app.intake.create(actor, reportOf());
    await app.reading.get(actor, view.id);
    await app.editing.replace(actor, view.id, 1, documentOf());
    await app.withdrawals.withdraw(actor, view.contacts[0]?.id ?? '', ['store_and_match']);
    const events = await app.ask<{ action: string; detail: object }>(
      `SELECT action, detail FROM athar.audit_events WHERE organisation_id = $1
         AND member_id = $2 ORDER BY sequence`,
      [actor.organisationId, actor.memberId],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'report.created',
      'report.read',
      'report.edited',
      'consent.withdrawn',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Placeholder|example\.org/);
    await withOwner(app.database.urls.owner, async (manager) => {
      const chain = await verifyAuditChain(manager, actor.organisationId);
      expect(chain).toEqual({ events: 4, brokenAt: null });
    });
  });
});
