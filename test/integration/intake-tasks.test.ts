import { randomUUID } from 'node:crypto';
import type { Actor } from '@athar/access';
import type { NewConsent } from '@athar/families';
import { contactOf, reportOf, startCases, type CasesApp } from '../support/cases-app.js';

let app: CasesApp;

beforeAll(async () => {
  app = await startCases();
});
afterAll(() => app?.stop());

const agreed = (...purposes: NewConsent['purpose'][]): NewConsent[] =>
  purposes.map((purpose) => ({ purpose, givenOn: '2026-03-01', way: 'phone' }));

const callable = () =>
  contactOf({
    language: 'en',
    safeHours: { from: '09:00', until: '12:00', timeZone: 'Europe/Berlin' },
    consents: agreed('store_and_match', 'message_call'),
  });

const tasksOf = async (actor: Actor, caseId: string) =>
  (await app.tasks.list(actor, { caseId })).items;

const take = (actor: Actor) => app.intake.create(actor, reportOf({ contacts: [callable()] }));

/** What the database calls tomorrow. */
const tomorrow = async () => {
  const [row] = await app.ask<{ day: string }>(
    `SELECT ((now() AT TIME ZONE 'UTC')::date + 1)::text AS day`,
  );
  return row?.day ?? '';
};

describe('the call that follows a registration', () => {
  it('is asked for by the next day, with the sentence that every family hears', async () => {
    const actor = await app.member();
    const before = await tomorrow();
    const view = await take(actor);
    const tasks = await tasksOf(actor, view.caseId);
    expect(tasks).toMatchObject([
      {
        kind: 'call',
        state: 'open',
        assignedTo: actor.memberId,
        reference: view.reference,
        contact: { name: 'Relative Placeholder', phone: '+000 111 222', agrees: true },
      },
    ]);
    expect([before, await tomorrow()]).toContain(tasks[0]?.dueOn);
    expect(tasks[0]?.contact?.safeHours).toEqual(callable().safeHours);
    expect(tasks[0]?.sentence).toContain(
      `Your request ${view.reference} is registered. We compare`,
    );
  });

  it('leaves the organisation unsaid where it must be discreet', async () => {
    const actor = await app.member({ discreet: true });
    const view = await take(actor);
    const [task] = await tasksOf(actor, view.caseId);
    expect(task?.sentence).not.toContain('Organisation');
    expect(task?.contact?.discreet).toBe(true);
  });

  it('is not asked for where she agreed to e-mail, or to no message at all', async () => {
    const actor = await app.member();
    const both = agreed('store_and_match', 'message_call', 'message_email');
    const contacts = [
      contactOf({ consents: both }),
      contactOf({ consents: agreed('store_and_match') }),
    ];
    const view = await app.intake.create(actor, reportOf({ contacts }));
    expect(await tasksOf(actor, view.caseId)).toEqual([]);
    expect((await app.messages.list(actor, { caseId: view.caseId })).items).toHaveLength(1);
  });

  it('is asked for once where the request was repeated', async () => {
    const actor = await app.member();
    const idempotent = { key: randomUUID(), request: 'same' };
    const report = reportOf({ contacts: [callable()] });
    const view = await app.intake.create(actor, report, idempotent);
    await app.intake.create(actor, report, idempotent);
    expect(await tasksOf(actor, view.caseId)).toHaveLength(1);
  });

  it('ends when she takes the consent back', async () => {
    const actor = await app.member();
    const view = await take(actor);
    const id = view.contacts[0]?.id ?? '';
    expect(await app.withdrawals.withdraw(actor, id, ['message_call'])).toMatchObject({
      ended: ['message_call'],
      callsCancelled: 1,
      tasksCancelled: 0,
    });
    expect(await tasksOf(actor, view.caseId)).toMatchObject([
      {
        state: 'cancelled',
        contact: null,
        endedBy: actor.memberId,
        endedBecause: 'consent_withdrawn',
      },
    ]);
  });
});

describe('open tasks of a relative who withdraws', () => {
  it('end with the reason, those of the case when she was the last to agree', async () => {
    const actor = await app.member();
    const report = reportOf({ contacts: [callable(), callable()] });
    const { caseId, contacts } = await app.intake.create(actor, report);
    const [first = '', second = ''] = contacts.map(({ id }) => id);
    const plan = (note: string, contactId?: string) =>
      app.taskWork.create(actor, {
        ...{ caseId, kind: 'other', dueOn: '2026-03-01', note },
        ...(contactId === undefined ? {} : { contactId }),
      });
    await plan('first', first);
    const done = await plan('done', first);
    await app.taskWork.end(actor, { id: done.id, expectedVersion: 1 }, { state: 'done' });
    await plan('second', second);
    await plan('case');
    const others = async () =>
      (await tasksOf(actor, caseId))
        .filter(({ kind }) => kind === 'other')
        .map(({ note, state, endedBecause }) => [note, state, endedBecause])
        .sort();

    await app.withdrawals.withdraw(actor, first, ['message_call']);
    expect((await others()).filter(([, state]) => state === 'open')).toHaveLength(3);
    expect(await app.withdrawals.withdraw(actor, first, ['store_and_match'])).toMatchObject({
      callsCancelled: 0,
      tasksCancelled: 1,
    });
    expect(await others()).toEqual([
      ['case', 'open', null],
      ['done', 'done', null],
      ['first', 'cancelled', 'consent_withdrawn'],
      ['second', 'open', null],
    ]);
    expect(await app.withdrawals.withdraw(actor, second, ['store_and_match'])).toMatchObject({
      callsCancelled: 1,
      tasksCancelled: 2,
    });
    expect(await others()).toEqual([
      ['case', 'cancelled', 'case_withdrawn'],
      ['done', 'done', null],
      ['first', 'cancelled', 'consent_withdrawn'],
      ['second', 'cancelled', 'consent_withdrawn'],
    ]);
  });
});

describe('tasks', () => {
  it('asked for again with one key are there once, also where she agrees to no call any more', async () => {
    const actor = await app.member();
    const { caseId, contacts } = await take(actor);
    const contactId = contacts[0]?.id ?? '';
    const task = { caseId, contactId, kind: 'call', dueOn: '2030-01-31' } as const;
    const idempotent = { key: randomUUID(), request: 'same' };
    const { id } = await app.taskWork.create(actor, task, idempotent);
    await app.withdrawals.withdraw(actor, contactId, ['message_call']);
    expect(await app.taskWork.create(actor, task, idempotent)).toMatchObject({ id });
    expect(await tasksOf(actor, caseId)).toHaveLength(2);
  });

  it('are planned, handed on, and ended once', async () => {
    const actor = await app.member();
    const view = await app.intake.create(actor, reportOf());
    const contactId = view.contacts[0]?.id ?? '';
    const task = await app.taskWork.create(actor, {
      caseId: view.caseId,
      kind: 'other',
      contactId,
      dueOn: '2026-03-01',
      note: 'Ask for the booklet',
    });
    const [colleague] = await app.ask<{ id: string }>(
      `INSERT INTO athar.members (organisation_id, label, roles)
       VALUES ($1, 'colleague', '{caseworker}') RETURNING id`,
      [actor.organisationId],
    );
    const address = { id: task.id, expectedVersion: 1 };
    const plan = { dueOn: '2026-04-01', assignedTo: colleague?.id ?? '' };
    const planned = await app.taskWork.plan(actor, address, plan);
    expect(planned).toMatchObject({ ...plan, version: 2, state: 'open' });
    expect(planned.note).toBeUndefined();
    const late = app.taskWork.end(actor, address, { state: 'done' });
    await expect(late).rejects.toMatchObject({ code: 'version-mismatch' });
    const now = { id: task.id, expectedVersion: 2 };
    const ended = await app.taskWork.end(actor, now, { state: 'done', outcome: 'Brought it' });
    expect(ended).toMatchObject({ state: 'done', outcome: 'Brought it', contact: null });
    const again = app.taskWork.end(actor, { id: task.id, expectedVersion: 3 }, { state: 'done' });
    await expect(again).rejects.toMatchObject({ code: 'task-ended' });
  });

  it('to call nobody who did not agree to it, nor for a member of another house', async () => {
    const [actor, stranger] = [await app.member(), await app.member()];
    const view = await app.intake.create(actor, reportOf());
    const contactId = view.contacts[0]?.id ?? '';
    const task = { caseId: view.caseId, kind: 'call', contactId, dueOn: '2026-03-01' } as const;
    const refused = app.taskWork.create(actor, task);
    await expect(refused).rejects.toMatchObject({ problems: [{ code: 'no-consent-to-calls' }] });
    const other = { ...task, kind: 'other', assignedTo: stranger.memberId } as const;
    const handed = app.taskWork.create(actor, other);
    await expect(handed).rejects.toMatchObject({ problems: [{ code: 'unknown-member' }] });
    const foreign = app.taskWork.create(stranger, task);
    await expect(foreign).rejects.toMatchObject({ code: 'case-not-found' });
    const own = await app.taskWork.create(actor, { ...task, kind: 'other' });
    await expect(app.tasks.get(stranger, own.id)).rejects.toMatchObject({ code: 'task-not-found' });
    expect((await app.tasks.list(stranger, {})).items).toEqual([]);
  });

  it('are listed by day and page, of one member or all, and say which cases need attention', async () => {
    const actor = await app.member();
    const views = [
      await app.intake.create(actor, reportOf()),
      await app.intake.create(actor, reportOf()),
    ];
    const [due, later] = views.map(({ caseId }) => caseId) as [string, string];
    const plan = (caseId: string, dueOn: string) =>
      app.taskWork.create(actor, { caseId, kind: 'other', dueOn });
    const days = ['2026-03-01', '2026-01-01', '2026-03-01'];
    for (const day of days) await plan(due, day);
    await plan(later, '2999-01-01');
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await app.tasks.list(actor, { dueBy: '2026-12-31', limit: 1, cursor });
      read.push(...page.items.map(({ dueOn }) => dueOn));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(read).toEqual(['2026-01-01', '2026-03-01', '2026-03-01']);
    const ids = async (filter: object) =>
      (await app.cases.list(actor, filter)).items.map(({ id }) => id);
    expect(await ids({ needsAttention: true })).toEqual([due]);
    expect(await ids({ assignedTo: actor.memberId })).toEqual([later, due]);
    expect(await ids({ assignedTo: randomUUID(), needsAttention: true })).toEqual([]);
    expect(await ids({ openedBy: actor.memberId })).toEqual([later, due]);
    expect(await ids({ openedBy: randomUUID() })).toEqual([]);
  });

  it('are for those who sit with families', async () => {
    const reviewer = await app.member({ roles: ['reviewer'] });
    await expect(app.tasks.list(reviewer, {})).rejects.toMatchObject({ code: 'role-missing' });
  });
});
