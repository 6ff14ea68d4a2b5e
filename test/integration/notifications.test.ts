import { OutgoingMessages } from '@athar/notifications';
import { contactOf, reportOf, startCases, type CasesApp } from '../support/cases-app.js';
import { startMailCatcher, type MailCatcher } from '../support/mail.js';
import type { Actor } from '@athar/access';
import type { NewContact } from '@athar/families';

let app: CasesApp;
let mail: MailCatcher;

beforeAll(async () => {
  mail = await startMailCatcher();
  app = await startCases(mail.url);
});
afterAll(async () => {
  await app?.stop();
  await mail?.stop();
});
beforeEach(() => {
  Object.assign(mail, { mood: 'takes', slowness: 0, offered: 0, letters: [] });
});

/** A report whose relative is to be told that it was registered, and that message. */
async function registered(actor: Actor, changes: Partial<NewContact> = {}) {
  const report = await app.intake.create(actor, reportOf({ contacts: [contactOf(changes)] }));
  const { items } = await app.messages.list(actor, { caseId: report.caseId });
  const id = items[0]?.id ?? '';
  return {
    report,
    id,
    contactId: report.contacts[0]?.id ?? '',
    send: () => app.outgoing.send(actor.organisationId, id),
    state: async () => {
      const [row] = (await app.messages.list(actor, { caseId: report.caseId })).items;
      return row && { state: row.state, reason: row.reason, attempts: row.attempts };
    },
  };
}

/** The letter's header lines and its text, as a mail program shows them. */
function read(raw: string): { headers: string; text: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const base64 = /content-transfer-encoding: base64/i.test(head);
  const written = body.join('\r\n\r\n');
  const bytes = base64
    ? Buffer.from(written, 'base64')
    : Buffer.from(
        written
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      );
  return { headers: head.replace(/\r\n\s+/g, ' '), text: bytes.toString('utf8') };
}

describe('a message', () => {
  it('says the one sentence in the relative’s language, with headers that keep machines quiet', async () => {
    const actor = await app.member();
    const { report, id, send, state } = await registered(actor);
    expect(await send()).toBe('sent');
    expect(mail.letters).toHaveLength(1);
    expect(mail.letters[0]?.to).toEqual(['relative@example.org']);
    const { headers, text } = read(mail.letters[0]?.raw ?? '');
    expect(headers).toContain(`Message-ID: <${id}@mail.example.org>`);
    expect(headers).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(headers).toMatch(/^Content-Language: ar$/m);
    expect(headers).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
    expect(headers).not.toMatch(/X-Mailer|Bcc|Cc:/i);
    expect(text).toContain('سُجّل طلبكم');
    expect(text).toContain(report.reference);
    expect(text).toContain('+000 000 000');
    expect(text).not.toMatch(/Zayd|Placeholder/);
    expect(await state()).toEqual({ state: 'sent', reason: null, attempts: 1 });
  });

  it('is not written for who did not agree to e-mail', async () => {
    const actor = await app.member();
    const agreed = contactOf().consents.slice(0, 1);
    const { report } = await registered(actor, { consents: agreed });
    expect((await app.messages.list(actor, { caseId: report.caseId })).items).toEqual([]);
  });

  it('shows nobody who sent it where relative or organisation are discreet', async () => {
    const organisation = await app.member({ discreet: true });
    const relative = await app.member();
    await (await registered(organisation, { language: 'en' })).send();
    await (await registered(relative, { language: 'en', discreet: true })).send();
    await (await registered(relative, { language: 'en' })).send();
    const shown = mail.letters.map(({ raw }) => /Organisation \d/.test(raw));
    expect(shown).toEqual([false, false, true]);
  });

  it('cannot be made to carry headers or reach others by what was typed as address', async () => {
    const actor = await app.member();
    for (const email of [
      'a@example.org\r\nBcc: b@example.org',
      'a@example.org, b@example.org',
      'A <a@example.org>',
      'group: a@example.org;',
    ]) {
      const { send, state } = await registered(actor, { email });
      expect(await send()).toBe('failed');
      expect(await state()).toMatchObject({ state: 'failed', reason: 'mail-refused' });
    }
    expect(mail.offered).toBe(0);
  });

  it('is the same and due at once, whatever became of the case inside', async () => {
    const actor = await app.member();
    const texts: string[] = [];
    for (const events of [[], ['judging_started'], ['judging_started', 'confirmed']] as const) {
      const { report, id, send } = await registered(actor);
      for (const event of events) {
        await app.transactions.inOrganisation(actor.organisationId, (manager) =>
          app.status.apply(manager, actor, report.caseId, event),
        );
      }
      const [row] = await app.ask<{ at_once: boolean }>(
        'SELECT not_before = created_at AS at_once FROM athar.messages WHERE id = $1',
        [id],
      );
      expect(row).toEqual({ at_once: true });
      expect(await send()).toBe('sent');
      const { text } = read(mail.letters.at(-1)?.raw ?? '');
      texts.push(text.replace(report.reference, '{reference}'));
    }
    expect(new Set(texts).size).toBe(1);
  });
});

describe('sending', () => {
  it('happens once, although two workers take the message at the same moment', async () => {
    const actor = await app.member();
    const { id, send, state } = await registered(actor);
    const other = (await app.twin()).get(OutgoingMessages);
    mail.slowness = 300;
    const outcomes = await Promise.all([send(), other.send(actor.organisationId, id), send()]);
    expect(outcomes.sort()).toEqual(['nothing', 'nothing', 'sent']);
    expect(await send()).toBe('nothing');
    expect(mail.letters).toHaveLength(1);
    expect(await state()).toMatchObject({ state: 'sent' });
  });

  it('is tried again after a passing refusal, under the same Message-ID', async () => {
    const actor = await app.member();
    const { id, send, state } = await registered(actor);
    mail.mood = 'busy';
    await expect(send()).rejects.toMatchObject({ code: 'mail-delayed', permanent: false });
    expect(await state()).toEqual({ state: 'pending', reason: 'mail-delayed', attempts: 1 });
    mail.mood = 'refuses-sender';
    await expect(send()).rejects.toMatchObject({ code: 'mail-delayed' });
    mail.mood = 'takes';
    expect(await send()).toBe('sent');
    expect(mail.letters).toHaveLength(1);
    expect(mail.letters[0]?.raw).toContain(`<${id}@mail.example.org>`);
    expect(await state()).toEqual({ state: 'sent', reason: null, attempts: 3 });
  });

  it.each(['refuses', 'refuses-address'] as const)(
    'ends where the server %s, until a member asks for it anew',
    async (mood) => {
      const actor = await app.member();
      const { id, send, state } = await registered(actor);
      mail.mood = mood;
      expect(await send()).toBe('failed');
      expect(await state()).toEqual({ state: 'failed', reason: 'mail-refused', attempts: 1 });
      expect(await send()).toBe('nothing');
      mail.mood = 'takes';
      expect(await app.messages.retry(actor, id)).toMatchObject({ state: 'pending', reason: null });
      expect(await send()).toBe('sent');
      await expect(app.messages.retry(actor, id)).rejects.toMatchObject({
        code: 'message-not-failed',
      });
    },
  );

  it('slows down after two minutes and ends after a day, as failed', async () => {
    const actor = await app.member();
    const { id, send, state } = await registered(actor);
    mail.mood = 'busy';
    const set = (attempts: number) =>
      app.ask('UPDATE athar.messages SET attempts = $2, not_before = now() WHERE id = $1', [
        id,
        attempts,
      ]);
    await set(7);
    await expect(send()).rejects.toMatchObject({ code: 'mail-delayed' });
    expect(await send()).toBe('waiting');
    await set(55);
    expect(await send()).toBe('failed');
    expect(await state()).toMatchObject({ state: 'failed', reason: 'mail-undeliverable' });
  });

  it('stops at once when the relative takes the consent back', async () => {
    const actor = await app.member();
    const { contactId, send, state } = await registered(actor);
    await app.withdrawals.withdraw(actor, contactId, ['message_email']);
    expect(await send()).toBe('nothing');
    expect(await state()).toMatchObject({ state: 'cancelled' });
    const failed = await registered(actor);
    mail.mood = 'refuses';
    await failed.send();
    await app.withdrawals.withdraw(actor, failed.contactId, ['store_and_match']);
    mail.mood = 'takes';
    await app.messages.retry(actor, failed.id);
    expect(await failed.send()).toBe('cancelled');
    expect(mail.letters).toEqual([]);
  });

  it('waits for the relative’s safe hours', async () => {
    const actor = await app.member();
    const hour = (hours: number) =>
      new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
    const safeHours = { from: hour(2), until: hour(4), timeZone: 'UTC' };
    const { id, send, state } = await registered(actor, { safeHours });
    expect(await send()).toBe('waiting');
    expect(await state()).toMatchObject({ state: 'pending' });
    const [row] = await app.ask<{ hours: number }>(
      `SELECT extract(epoch FROM not_before - now())::float / 3600 AS hours FROM athar.messages WHERE id = $1`,
      [id],
    );
    expect(row?.hours).toBeGreaterThan(1.9);
    expect(row?.hours).toBeLessThan(2.1);
    expect(mail.offered).toBe(0);
  });

  it('is swept up where the queue lost it, and never twice at the same time', async () => {
    const actor = await app.member();
    const { id } = await registered(actor);
    const queued = () =>
      app.ask(`SELECT 1 FROM athar_queue.job t WHERE t::text LIKE $1`, [`%message-${id}-g0%`]);
    expect(await queued()).toHaveLength(1);
    await app.ask('TRUNCATE athar_queue.job CASCADE');
    expect(await app.outgoing.sweep(0)).toBeGreaterThan(0);
    expect(await queued()).toHaveLength(1);
    await app.outgoing.sweep(0);
    expect(await queued()).toHaveLength(1);
  });

  it('of another organisation’s message does nothing', async () => {
    const { id } = await registered(await app.member());
    const stranger = await app.member();
    expect(await app.outgoing.send(stranger.organisationId, id)).toBe('nothing');
    await expect(app.messages.retry(stranger, id)).rejects.toMatchObject({
      code: 'message-not-found',
    });
    expect(mail.offered).toBe(0);
  });
});

describe('without a mail server', () => {
  it('messages wait, say why, and are not tried over and over', async () => {
    const quiet = await startCases();
    try {
      const actor = await quiet.member();
      await quiet.intake.create(actor, reportOf());
      const [message] = (await quiet.messages.list(actor, {})).items;
      expect(await quiet.outgoing.send(actor.organisationId, message?.id ?? '')).toBe('waiting');
      expect(await quiet.outgoing.sweep(0)).toBe(0);
      expect((await quiet.messages.list(actor, { state: 'pending' })).items).toMatchObject([
        { state: 'pending', reason: 'mail-not-configured', attempts: 0 },
      ]);
    } finally {
      await quiet.stop();
    }
  });
});
