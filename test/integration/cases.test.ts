import { randomUUID } from 'node:crypto';
import { InvalidReport, type NewReport } from '@athar/cases';
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

const problemsOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InvalidReport)) throw new Error('The report was not refused.');
  return error.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('taking a report in', () => {
  it('opens a case with a reference and shows the report as it was given', async () => {
    const actor = await app.member();
    const given = reportOf();
    const view = await app.intake.create(actor, given);
    expect(view).toMatchObject({
      person: given.person,
      lastSeen: given.lastSeen,
      circumstances: given.circumstances,
      state: 'open',
      version: 1,
      enteredBy: actor.memberId,
      contacts: [{ name: 'Relative Placeholder', email: 'relative@example.org' }],
    });
    expect(view.reference).toMatch(/^\d{4}-\d{4}-\d{4}-\d{2}$/);
    expect(await app.reading.get(actor, view.id)).toEqual(view);
    expect(view.contacts[0]?.consents.map(({ purpose }) => purpose)).toEqual([
      'message_email',
      'store_and_match',
    ]);
  });

  it('leaves no name, phone, address or note readable anywhere in the database', async () => {
    const actor = await app.member();
    const secrets = ['Quixotic', '555-0100', 'sealed@example.org', 'whispered', 'Nowhereville'];
    const [name, phone, email, note, place] = secrets as [string, string, string, string, string];
    await app.intake.create(
      actor,
      reportOf({
        person: { names: { full: [name] }, home: { place }, marks: [note] },
        circumstances: note,
        contacts: [contactOf({ name, phone, email, note })],
      }),
    );
    const tables = await app.ask<{ place: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS place FROM pg_tables
       WHERE schemaname IN ('athar', 'athar_queue')`,
    );
    for (const { place: table } of tables) {
      const found = await app.ask(
        `SELECT 1 FROM ${table} t WHERE t::text ILIKE ANY($1) OR EXISTS (
           SELECT FROM jsonb_each_text(to_jsonb(t)) f WHERE f.value LIKE '\\x%' AND f.value LIKE ANY($2))`,
        [
          secrets.map((secret) => `%${secret}%`),
          secrets.map((secret) => `%${Buffer.from(secret).toString('hex')}%`),
        ],
      );
      expect({ table, found }).toEqual({ table, found: [] });
    }
  });

  it('stores nothing without consent and names every wrong field with its fix', async () => {
    const actor = await app.member();
    const share = { purpose: 'share', givenOn: '2026-03-01', way: 'phone' } as const;
    const refused: [Partial<NewReport>, string[]][] = [
      [
        { contacts: [contactOf({ consents: [share] })] },
        ['/contacts/0/consents storage-consent-missing'],
      ],
      [
        { contacts: [contactOf(), contactOf({ consents: [share] })] },
        ['/contacts/1/consents storage-consent-missing'],
      ],
      [{ contacts: [] }, ['/contacts storage-consent-missing']],
      [{ person: { names: { given: ' - ' } } }, ['/person/names name-missing']],
      [{ person: { names: { full: ['مجهول الهوية'] } } }, ['/person/names name-missing']],
      [
        {
          person: { names: { given: 'Zayd' }, birthDate: '3/5/1987' },
          detentions: [{ place: 'Branch', from: '2013-02-30', source: 'hearsay' }],
        },
        ['/person/birthDate not-edtf', '/detentions/0/from no-such-day'],
      ],
      [{ caseReference: '1234-5678-9012-34' }, ['/caseReference not-a-reference']],
    ];
    for (const [changes, problems] of refused) {
      expect(await problemsOf(app.intake.create(actor, reportOf(changes)))).toEqual(problems);
    }
    const unreachable = contactOf({ email: ' ' });
    expect(
      await problemsOf(app.intake.create(actor, reportOf({ contacts: [unreachable] }))),
    ).toEqual(['/contacts/0/consents/1/purpose unreachable']);
    expect((await app.reading.list(actor, {})).items).toEqual([]);
  });

  it('does a repeated request once, also when both come at the same moment', async () => {
    const actor = await app.member();
    const idempotent = { key: randomUUID(), request: 'the same' };
    const views = await Promise.all(
      [1, 2, 3].map(() => app.intake.create(actor, reportOf(), idempotent)),
    );
    expect(new Set(views.map(({ id }) => id)).size).toBe(1);
    expect(await app.intake.create(actor, reportOf(), idempotent)).toEqual(views[0]);
    expect((await app.reading.list(actor, {})).items).toHaveLength(1);
    expect((await app.messages.list(actor, {})).items).toHaveLength(1);
    const other = app.intake.create(actor, reportOf(), { ...idempotent, request: 'another' });
    await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('keeps of a repeatable request no digest that confirms a guess at what it said', async () => {
    const actor = await app.member();
    const idempotent = { key: randomUUID(), request: 'a guess' };
    await app.intake.create(actor, reportOf(), idempotent);
    const found = await app.ask(
      `SELECT 1 FROM athar.idempotency_keys
       WHERE key = $1 AND request_digest = sha256(convert_to($2, 'UTF8'))`,
      [idempotent.key, idempotent.request],
    );
    expect(found).toEqual([]);
  });

  it('adds a second relative to a case and shows neither of them the other', async () => {
    const actor = await app.member();
    const first = await app.intake.create(actor, reportOf());
    const typed = first.reference.replaceAll('-', ' ');
    const brother = contactOf({ name: 'Brother Placeholder', relationship: 'brother' });
    const second = await app.intake.create(
      actor,
      reportOf({ contacts: [brother], caseReference: typed }),
    );
    expect(second.caseId).toBe(first.caseId);
    expect(JSON.stringify(second)).not.toContain('Relative Placeholder');
    expect(JSON.stringify(second)).not.toContain(first.id);
    expect((await app.cases.get(actor, first.caseId)).reportIds).toEqual([first.id, second.id]);
    const stranger = await app.member();
    const stolen = app.intake.create(stranger, reportOf({ caseReference: first.reference }));
    expect(await problemsOf(stolen)).toEqual(['/caseReference unknown-reference']);
  });

  it('asks for matching with ids only', async () => {
    const actor = await app.member();
    const { id } = await app.intake.create(actor, reportOf());
    const jobs = await app.ask<{ data: string }>(
      `SELECT t::text AS data FROM athar_queue.job t WHERE t::text LIKE $1`,
      [`%report-${id}-r1-g0%`],
    );
    expect(jobs).toHaveLength(1);
  });
});

describe('a case', () => {
  it('shows intake no review under way, neither by reading nor by asking for it', async () => {
    const reviewer = await app.member();
    const caseworker = { ...reviewer, roles: ['caseworker'] as const };
    const { caseId } = await app.intake.create(caseworker, reportOf());
    const before = await app.cases.get(caseworker, caseId);
    const happen = (event: 'judging_started' | 'confirmed' | 'confirmation_revoked') =>
      app.transactions.inOrganisation(reviewer.organisationId, (manager) =>
        app.status.apply(manager, reviewer, caseId, event),
      );
    expect(await happen('judging_started')).toEqual({ from: 'open', to: 'under_review' });
    expect(await app.cases.get(caseworker, caseId)).toEqual(before);
    const listed = async (
      actor: typeof caseworker | typeof reviewer,
      status: 'open' | 'under_review',
    ) => (await app.cases.list(actor, { status })).items.length;
    expect(await listed(caseworker, 'open')).toBe(1);
    expect(await listed(caseworker, 'under_review')).toBe(0);
    expect(await listed(reviewer, 'under_review')).toBe(1);
    await happen('confirmed');
    expect(await app.cases.get(caseworker, caseId)).toMatchObject({ status: 'confirmed' });
    expect(await happen('confirmation_revoked')).toEqual({ from: 'confirmed', to: 'under_review' });
  });

  it('is found by its reference however it was typed', async () => {
    const actor = await app.member();
    const { reference, caseId } = await app.intake.create(actor, reportOf());
    const typed = reference.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)));
    const { items } = await app.cases.list(actor, { reference: typed });
    expect(items.map(({ id }) => id)).toEqual([caseId]);
    expect((await app.cases.list(actor, { reference: '0000' })).items).toEqual([]);
  });
});

describe('lists', () => {
  it('come in pages that miss and repeat nothing', async () => {
    const actor = await app.member();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await app.intake.create(actor, reportOf())).id);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await app.reading.list(actor, { limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(ids.reverse());
    const madeUp = app.reading.list(actor, { cursor: Buffer.from('x y').toString('base64url') });
    await expect(madeUp).rejects.toMatchObject({ code: 'invalid-cursor' });
  });
});

describe('another organisation', () => {
  it('sees nothing and cannot tell an id of ours from an unknown one', async () => {
    const actor = await app.member();
    const stranger = await app.member();
    const view = await app.intake.create(actor, reportOf());
    const codes = async (reportId: string, caseId: string, contactId: string) =>
      Promise.all(
        [
          app.reading.get(stranger, reportId),
          app.cases.get(stranger, caseId),
          app.editing.replace(stranger, reportId, 1, documentOf()),
          app.withdrawals.withdraw(stranger, contactId, ['share']),
        ].map((work) =>
          work.then(
            () => 'done',
            (error: { code: string }) => error.code,
          ),
        ),
      );
    const contactId = view.contacts[0]?.id ?? '';
    const unknown = await codes(randomUUID(), randomUUID(), randomUUID());
    expect(await codes(view.id, view.caseId, contactId)).toEqual(unknown);
    expect(unknown).not.toContain('done');
    expect((await app.reading.list(stranger, {})).items).toEqual([]);
    expect((await app.cases.list(stranger, { reference: view.reference })).items).toEqual([]);
    expect((await app.messages.list(stranger, { caseId: view.caseId })).items).toEqual([]);
  });
});

describe('matching', () => {
  it('opens the open reports among some and notes what each was compared with', async () => {
    const actor = await app.member();
    const { id } = await app.intake.create(actor, reportOf());
    const marks = async () => {
      const report = await app.reports.forMatching(actor.organisationId, id);
      return [report?.matchedRevision, report?.matchedRegistryRevision, report?.matchedModel];
    };
    const mark = (matchRevision: number, registryRevision: bigint, model = 'm1') =>
      app.transactions.asMatcher((manager) =>
        app.reports.markMatched(manager, [{ id, matchRevision }], { registryRevision, model }),
      );
    expect(await marks()).toEqual([0, 0n, null]);
    await mark(1, 7n);
    expect(await marks()).toEqual([1, 7n, 'm1']);
    // A worker that comes late with an older registry changes nothing.
    await mark(1, 3n);
    expect(await marks()).toEqual([1, 7n, 'm1']);
    const { opened, broken } = await app.reports.allForMatching([randomUUID(), id]);
    expect(opened.map((one) => one.id)).toEqual([id]);
    expect(opened[0]).toMatchObject({ matchRevision: 1, matchedRegistryRevision: 7n });
    expect(opened[0]?.document.person.names.family).toBe('Placeholder');
    expect(broken).toEqual([]);
  });
});
