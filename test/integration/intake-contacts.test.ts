import { randomUUID } from 'node:crypto';
import type { Actor } from '@athar/access';
import type { ContactEdit, ContactView } from '@athar/families';
import { contactOf, reportOf, startCases, type CasesApp } from '../support/cases-app.js';

let app: CasesApp;

beforeAll(async () => {
  app = await startCases();
});
afterAll(() => app?.stop());

const take = async (actor: Actor) => {
  const view = await app.intake.create(actor, reportOf());
  return { ...view, contact: view.contacts[0] as ContactView };
};

const edited: ContactEdit = {
  name: 'Relative Sample',
  relationship: 'mother',
  language: 'en',
  phone: '+000 333 444',
  email: 'new@example.org',
  discreet: true,
};

const given = (purpose: 'store_and_match' | 'message_email' | 'message_sms') => ({
  purpose,
  givenOn: '2026-04-01',
  way: 'phone' as const,
});

/** Today where this runs, and a day that has come nowhere yet. */
const today = () => new Date().toISOString().slice(0, 10);
const future = '2999-01-01';

describe('a relative', () => {
  it('is corrected with the version that was read', async () => {
    const actor = await app.member();
    const { id, contact } = await take(actor);
    const address = { id: contact.id, expectedVersion: contact.version };
    const view = await app.contactWork.edit(actor, address, edited);
    expect(view).toMatchObject({ ...edited, version: 2 });
    expect(view.note).toBeUndefined();
    expect((await app.reading.get(actor, id)).contacts).toEqual([view]);
    const late = app.contactWork.edit(actor, address, edited);
    await expect(late).rejects.toMatchObject({ code: 'version-mismatch' });
    const stranger = await app.member();
    const foreign = app.contactWork.edit(stranger, address, edited);
    await expect(foreign).rejects.toMatchObject({ code: 'contact-not-found' });
  });

  it('keeps the address that a consent in force needs', async () => {
    const actor = await app.member();
    const { contact } = await take(actor);
    const address = { id: contact.id, expectedVersion: 1 };
    const { name, relationship, language } = edited;
    const gone = app.contactWork.edit(actor, address, { name, relationship, language });
    await expect(gone).rejects.toMatchObject({ problems: [{ code: 'unreachable' }] });
    await app.withdrawals.withdraw(actor, contact.id, ['message_email']);
    await app.contactWork.edit(actor, address, { name, relationship, language });
  });

  it('is verified by who saw the paper, until the relationship is corrected', async () => {
    const actor = await app.member();
    const { contact } = await take(actor);
    const verified = await app.contactWork.verify(
      actor,
      { id: contact.id, expectedVersion: 1 },
      'family_booklet',
    );
    expect(verified).toMatchObject({
      relationshipVerified: true,
      verification: { way: 'family_booklet', by: actor.memberId },
    });
    const same = await app.contactWork.edit(actor, { id: contact.id, expectedVersion: 2 }, edited);
    expect(same.verification).toEqual(verified.verification);
    const aunt = await app.contactWork.edit(
      actor,
      { id: contact.id, expectedVersion: 3 },
      { ...edited, relationship: 'uncle_or_aunt' },
    );
    expect(aunt).toMatchObject({ relationshipVerified: false, verification: null });
  });

  it('agrees to more, and to what she agrees to already only once', async () => {
    const actor = await app.member();
    const { contact } = await take(actor);
    const consents = [given('message_sms'), given('message_email')];
    const first = await app.contactWork.give(actor, contact.id, consents);
    expect(first).toMatchObject({ given: ['message_sms'], reportReopened: false });
    const again = await app.contactWork.give(actor, contact.id, consents);
    expect(again.given).toEqual([]);
    expect(again.contact.consents.map(({ purpose }) => purpose).sort()).toEqual([
      'message_email',
      'message_sms',
      'store_and_match',
    ]);
  });

  it('does not agree anew by the answer from before she withdrew', async () => {
    const actor = await app.member();
    const { contact } = await take(actor);
    await app.withdrawals.withdraw(actor, contact.id, ['message_email']);
    const consents = [given('message_sms'), given('message_email')];
    await expect(app.contactWork.give(actor, contact.id, consents)).rejects.toMatchObject({
      problems: [{ field: '/consents/1/givenOn', code: 'before-withdrawal' }],
    });
  });

  it('agrees on no day that has not come yet', async () => {
    const actor = await app.member();
    const { id, contact } = await take(actor);
    const code = 'consent-in-the-future';
    const sms = [{ ...given('message_sms'), givenOn: future }];
    await expect(app.contactWork.give(actor, contact.id, sms)).rejects.toMatchObject({
      problems: [{ field: '/consents/0/givenOn', code }],
    });
    const later = contactOf({ consents: [{ ...given('store_and_match'), givenOn: future }] });
    await expect(app.contactAdding.add(actor, id, later)).rejects.toMatchObject({
      problems: [{ field: '/consents/0/givenOn', code }],
    });
    const report = reportOf({ contacts: [later] });
    await expect(app.intake.create(actor, report)).rejects.toMatchObject({
      problems: [{ field: '/contacts/0/consents/0/givenOn', code }],
    });
  });

  it('who agrees anew after she withdrew is kept, and her report is matched, again', async () => {
    const actor = await app.member();
    const { id, caseId, contact } = await take(actor);
    await app.withdrawals.withdraw(actor, contact.id, ['store_and_match']);
    const edit = app.contactWork.edit(actor, { id: contact.id, expectedVersion: 1 }, edited);
    await expect(edit).rejects.toMatchObject({ code: 'contact-withdrawn' });
    const anew = (purpose: 'store_and_match' | 'message_email') => [
      { ...given(purpose), givenOn: today() },
    ];
    const partly = app.contactWork.give(actor, contact.id, anew('message_email'));
    await expect(partly).rejects.toMatchObject({ problems: [{ code: 'storage-consent-missing' }] });
    const back = await app.contactWork.give(actor, contact.id, anew('store_and_match'));
    expect(back.reportReopened).toBe(true);
    expect(await app.cases.get(actor, caseId)).toMatchObject({ status: 'open' });
    const matchable = await app.reports.forMatching(actor.organisationId, id);
    expect(matchable).toMatchObject({ matchRevision: 2 });
    const history = back.contact.consents.filter(({ purpose }) => purpose === 'store_and_match');
    expect(history.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([false, true]);
    await app.withdrawals.withdraw(actor, contact.id, ['store_and_match']);
    expect(await app.reports.forMatching(actor.organisationId, id)).toBeUndefined();
  });
});

describe('a further relative', () => {
  it('stands behind the others, and hears that the report is registered', async () => {
    const actor = await app.member();
    const { id, caseId, contact } = await take(actor);
    const brother = contactOf({ name: 'Brother Placeholder', relationship: 'brother' });
    const idempotent = { key: randomUUID(), request: 'same' };
    const added = await app.contactAdding.add(actor, id, brother, idempotent);
    expect(await app.contactAdding.add(actor, id, brother, idempotent)).toEqual(added);
    expect((await app.reading.get(actor, id)).contacts).toEqual([contact, added]);
    const { items } = await app.messages.list(actor, { caseId });
    expect(items.map(({ contactId }) => contactId).sort()).toEqual([contact.id, added.id].sort());
    // The answer was lost, and the report withdrawn before the request came again.
    for (const one of [contact, added]) {
      await app.withdrawals.withdraw(actor, one.id, ['store_and_match']);
    }
    const again = await app.contactAdding.add(actor, id, brother, idempotent);
    expect(again.id).toBe(added.id);
  });

  it('is not kept without her consent, nor added to a report that was withdrawn', async () => {
    const actor = await app.member();
    const { id, contact } = await take(actor);
    const silent = app.contactAdding.add(actor, id, contactOf({ consents: [] }));
    await expect(silent).rejects.toMatchObject({
      problems: [{ field: '/consents', code: 'storage-consent-missing' }],
    });
    await app.withdrawals.withdraw(actor, contact.id, ['store_and_match']);
    const late = app.contactAdding.add(actor, id, contactOf());
    await expect(late).rejects.toMatchObject({ code: 'report-withdrawn' });
    const unknown = app.contactAdding.add(actor, randomUUID(), contactOf());
    await expect(unknown).rejects.toMatchObject({ code: 'report-not-found' });
  });
});
