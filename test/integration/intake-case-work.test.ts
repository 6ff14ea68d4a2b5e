import { randomUUID } from 'node:crypto';
import type { Actor } from '@athar/access';
import {
  dnaSamples,
  referencesElsewhere,
  referrals,
  type NewFollowUp,
  type NewLink,
} from '@athar/cases';
import { reportOf, startCases, type CasesApp } from '../support/cases-app.js';

let app: CasesApp;

beforeAll(async () => {
  app = await startCases();
});
afterAll(() => app?.stop());

const caseOf = async (actor: Actor) => (await app.intake.create(actor, reportOf())).caseId;

const actionsOf = async (caseId: string) => {
  const rows = await app.ask<{ action: string }>(
    'SELECT action FROM athar.audit_events WHERE subject_id = $1 ORDER BY sequence',
    [caseId],
  );
  return rows.map(({ action }) => action);
};

describe('links between cases', () => {
  const brother = (otherCaseId: string): NewLink => ({
    otherCaseId,
    kind: 'brother_of',
    source: 'first_hand',
    note: 'Twins',
  });

  it('are seen from both sides, each with its direction', async () => {
    const actor = await app.member();
    const [one, other] = [await caseOf(actor), await caseOf(actor)];
    const father = { otherCaseId: other, kind: 'father_of', source: 'official' } as const;
    await app.links.add(actor, one, { ...father, subject: 'other' });
    const together = { ...father, kind: 'arrested_together', date: '2013-05', place: 'Square' };
    await app.links.add(actor, one, together as NewLink);
    const seen = async (caseId: string) =>
      (await app.links.list(actor, caseId)).map(({ kind, subject, otherCaseId, place }) => [
        kind,
        subject,
        otherCaseId,
        place,
      ]);
    expect(await seen(one)).toEqual([
      ['father_of', 'other', other, undefined],
      ['arrested_together', 'both', other, 'Square'],
    ]);
    expect(await seen(other)).toEqual([
      ['father_of', 'this', one, undefined],
      ['arrested_together', 'both', one, 'Square'],
    ]);
  });

  it('are made once, also from the other side, and can be taken away and made again', async () => {
    const actor = await app.member();
    const [one, other] = [await caseOf(actor), await caseOf(actor)];
    const link = await app.links.add(actor, one, brother(other));
    const again = app.links.add(actor, other, brother(one));
    await expect(again).rejects.toMatchObject({ code: 'link-exists' });
    await app.links.remove(actor, other, link.id);
    expect(await app.links.list(actor, one)).toEqual([]);
    const twice = app.links.remove(actor, one, link.id);
    await expect(twice).rejects.toMatchObject({ code: 'link-not-found' });
    await app.links.add(actor, other, brother(one));
    expect(await app.links.list(actor, one)).toHaveLength(1);
    expect(await actionsOf(one)).toContain('case.link_added');
    expect(await actionsOf(other)).toContain('case.link_removed');
  });

  it('never reach into another organisation, nor back to the case itself', async () => {
    const [actor, stranger] = [await app.member(), await app.member()];
    const [own, foreign] = [await caseOf(actor), await caseOf(stranger)];
    const wrong = [brother(foreign), brother(randomUUID()), brother(own)];
    const codes = await Promise.all(
      wrong.map((link) =>
        app.links.add(actor, own, link).then(
          () => [],
          (error: { problems?: { code: string }[] }) => error.problems?.map(({ code }) => code),
        ),
      ),
    );
    expect(codes).toEqual([['unknown-case'], ['unknown-case'], ['same-case']]);
    await expect(app.links.list(actor, foreign)).rejects.toMatchObject({ code: 'case-not-found' });
  });

  it('are read by reviewers, and changed by those who sit with families', async () => {
    const reviewer = await app.member({ roles: ['reviewer'] });
    const add = app.links.add(reviewer, randomUUID(), brother(randomUUID()));
    await expect(add).rejects.toMatchObject({ code: 'role-missing' });
    const list = app.links.list(reviewer, randomUUID());
    await expect(list).rejects.toMatchObject({ code: 'case-not-found' });
    const steward = await app.member({ roles: ['steward'] });
    const refused = app.links.list(steward, randomUUID());
    await expect(refused).rejects.toMatchObject({ code: 'role-missing' });
  });
});

describe('the log of a case', () => {
  const call = { kind: 'call', happenedOn: '2026-03-01', text: 'Whispered Quixotic' } as const;

  it('is added to and never changed; a further entry corrects one', async () => {
    const actor = await app.member();
    const view = await app.intake.create(actor, reportOf());
    const { caseId, contacts } = view;
    const contactId = contacts[0]?.id ?? '';
    const first = await app.followUps.add(actor, caseId, { ...call, contactId });
    const correction = {
      ...call,
      kind: 'correction',
      correctsId: first.id,
      text: 'Not so',
    } as const;
    const second = await app.followUps.add(actor, caseId, correction);
    const { items } = await app.followUps.list(actor, caseId, {});
    expect(items).toEqual([second, first]);
    expect(first).toMatchObject({ ...call, contactId, enteredBy: actor.memberId });
    await expect(
      app.transactions.inOrganisation(actor.organisationId, (manager) =>
        manager.query(`UPDATE follow_ups SET kind = 'visit'`),
      ),
    ).rejects.toThrow('permission denied');
  });

  it('is paged, and repeated requests add one entry', async () => {
    const actor = await app.member();
    const caseId = await caseOf(actor);
    const idempotent = { key: randomUUID(), request: 'same' };
    const twice = [1, 2].map(() => app.followUps.add(actor, caseId, call, idempotent));
    const [one, same] = await Promise.all(twice);
    expect(one).toEqual(same);
    await app.followUps.add(actor, caseId, { ...call, kind: 'visit' });
    const first = await app.followUps.list(actor, caseId, { limit: 1 });
    expect(first.items.map(({ kind }) => kind)).toEqual(['visit']);
    const rest = await app.followUps.list(actor, caseId, { cursor: first.nextCursor ?? '' });
    expect([rest.items.map(({ kind }) => kind), rest.nextCursor]).toEqual([['call'], null]);
    const visits = await app.followUps.list(actor, caseId, { kind: 'visit' });
    expect(visits.items).toHaveLength(1);
  });

  it('takes no entry about a relative or an entry of another case, nor of a day to come', async () => {
    const actor = await app.member();
    const [caseId, other] = [await caseOf(actor), await app.intake.create(actor, reportOf())];
    const entry = await app.followUps.add(actor, other.caseId, call);
    const wrong: NewFollowUp[] = [
      { ...call, contactId: other.contacts[0]?.id ?? '' },
      { ...call, kind: 'correction', correctsId: entry.id },
      { ...call, kind: 'correction' },
      { ...call, happenedOn: '2999-01-01' },
    ];
    for (const one of wrong) {
      const added = app.followUps.add(actor, caseId, one);
      await expect(added).rejects.toMatchObject({ code: 'invalid-case-work' });
    }
    expect((await app.followUps.list(actor, caseId, {})).items).toEqual([]);
  });
});

describe('references, samples and referrals of a case', () => {
  it('are kept, corrected with the version that was read, and taken away', async () => {
    const actor = await app.member();
    const view = await app.intake.create(actor, reportOf());
    const { caseId } = view;
    const contactId = view.contacts[0]?.id ?? '';
    const given = { kind: 'legal', status: 'open', to: 'Legal aid', contactId } as const;
    const referral = await app.details.add(actor, referrals, caseId, given);
    expect(referral).toMatchObject({ ...given, version: 1, addedBy: actor.memberId });
    const place = { caseId, id: referral.id, expectedVersion: 1 };
    const accepted = { ...given, status: 'accepted', acceptedOn: '2026-02' } as const;
    const edited = await app.details.replace(actor, referrals, place, accepted);
    expect(edited).toMatchObject({ ...accepted, version: 2 });
    const late = app.details.replace(actor, referrals, place, given);
    await expect(late).rejects.toMatchObject({ code: 'version-mismatch' });
    const removed = app.details.remove(actor, referrals, place);
    await expect(removed).rejects.toMatchObject({ code: 'version-mismatch' });
    await app.details.remove(actor, referrals, { ...place, expectedVersion: 2 });
    expect(await app.details.list(actor, referrals, caseId)).toEqual([]);
    expect((await actionsOf(caseId)).filter((action) => action.startsWith('referral'))).toEqual([
      'referral.added',
      'referral.edited',
      'referral.removed',
      'referral.listed',
    ]);
  });

  it('name what is wrong with them', async () => {
    const actor = await app.member();
    const caseId = await caseOf(actor);
    const other = { kind: 'other', number: '1', since: '2999' } as const;
    await expect(app.details.add(actor, referencesElsewhere, caseId, other)).rejects.toMatchObject({
      problems: [
        { field: '/since', code: 'in-the-future' },
        { field: '/body', code: 'body-missing' },
      ],
    });
    const sample = { takenAt: 'Laboratory', contactId: randomUUID() };
    await expect(app.details.add(actor, dnaSamples, caseId, sample)).rejects.toMatchObject({
      problems: [{ field: '/contactId', code: 'unknown-contact' }],
    });
  });

  it('belong to one case of one organisation', async () => {
    const [actor, stranger] = [await app.member(), await app.member()];
    const [caseId, other] = [await caseOf(actor), await caseOf(actor)];
    const sample = await app.details.add(actor, dnaSamples, caseId, { takenAt: 'Laboratory' });
    const place = { caseId: other, id: sample.id, expectedVersion: 1 };
    const elsewhere = app.details.remove(actor, dnaSamples, place);
    await expect(elsewhere).rejects.toMatchObject({ code: 'detail-not-found' });
    const foreign = app.details.list(stranger, dnaSamples, caseId);
    await expect(foreign).rejects.toMatchObject({ code: 'case-not-found' });
    const reviewer = app.details.list({ ...actor, roles: ['reviewer'] }, dnaSamples, caseId);
    await expect(reviewer).rejects.toMatchObject({ code: 'role-missing' });
  });
});

describe('all of it', () => {
  it('lies sealed, and nothing personal is in the audit trail', async () => {
    const actor = await app.member();
    const [caseId, otherCaseId] = [await caseOf(actor), await caseOf(actor)];
    const secrets = ['Quixotic', 'Nowhereville', 'XYZ-9988'] as const;
    const [text, place, number] = secrets;
    const link = { otherCaseId, kind: 'cousin_of', source: 'hearsay', place, note: text } as const;
    await app.links.add(actor, caseId, link);
    await app.followUps.add(actor, caseId, { kind: 'call', happenedOn: '2026-03-01', text });
    await app.details.add(actor, referencesElsewhere, caseId, { kind: 'icrc', number });
    await app.details.add(actor, dnaSamples, caseId, { takenAt: place, reference: number });
    const referral = { kind: 'legal', status: 'open', to: place, note: text } as const;
    await app.details.add(actor, referrals, caseId, referral);
    const task = { caseId, kind: 'other', dueOn: '2026-03-01', note: text } as const;
    const { id } = await app.taskWork.create(actor, task);
    await app.taskWork.end(actor, { id, expectedVersion: 1 }, { state: 'done', outcome: text });
    const tables = ['case_links', 'follow_ups', 'case_references', 'dna_samples', 'referrals'];
    for (const table of [...tables, 'tasks', 'audit_events']) {
      const found = await app.ask(
        `SELECT 1 FROM athar.${table} t WHERE t::text LIKE ANY($1) OR EXISTS (
           SELECT FROM jsonb_each_text(to_jsonb(t)) f WHERE f.value LIKE '\\x%' AND f.value LIKE ANY($2))`,
        [
          secrets.map((secret) => `%${secret}%`),
          secrets.map((secret) => `%${Buffer.from(secret).toString('hex')}%`),
        ],
      );
      expect([table, found]).toEqual([table, []]);
    }
  });

  it('is read with the case that absorbed another, and parts with it again', async () => {
    const actor = await app.member();
    const [from, into, third] = [await caseOf(actor), await caseOf(actor), await caseOf(actor)];
    const entry = { kind: 'visit', happenedOn: '2026-03-01', text: 'Came' } as const;
    await app.followUps.add(actor, from, entry);
    await app.details.add(actor, referencesElsewhere, from, { kind: 'icrc', number: '1' });
    await app.taskWork.create(actor, { caseId: from, kind: 'other', dueOn: '2026-03-01' });
    const link = { otherCaseId: third, kind: 'cousin_of', source: 'hearsay' } as const;
    await app.links.add(actor, from, link);
    const seen = async () => [
      (await app.followUps.list(actor, into, {})).items.length,
      (await app.details.list(actor, referencesElsewhere, into)).length,
      (await app.tasks.list(actor, { caseId: into })).items.length,
      (await app.links.list(actor, into)).length,
    ];
    const merge = (status: string, target: string | null) =>
      app.ask('UPDATE athar.cases SET status = $2, merged_into = $3 WHERE id = $1', [
        from,
        status,
        target,
      ]);
    expect(await seen()).toEqual([0, 0, 0, 0]);
    await merge('merged', into);
    expect(await seen()).toEqual([1, 1, 1, 1]);
    expect(await app.links.list(actor, third)).toMatchObject([{ otherCaseId: into }]);
    const due = (await app.cases.list(actor, { needsAttention: true })).items;
    expect(due.map(({ id }) => id)).toEqual([into]);
    await merge('open', null);
    expect(await seen()).toEqual([0, 0, 0, 0]);
  });
});
