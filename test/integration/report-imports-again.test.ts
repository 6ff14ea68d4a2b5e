import type { CaseView, ReportView } from '@athar/cases';
import type { PreviewedRowView } from '@athar/imports';
import type { Page } from '@athar/persistence';
import { fileOf } from '../support/report-files.js';
import { ReportOffice, csv, plain } from '../support/report-office.js';

let office: ReportOffice;

beforeAll(async () => {
  office = await ReportOffice.open();
});
afterAll(() => office?.house.stop());

describe('a row that comes again', () => {
  it('corrects its report and its relative, and is matched anew only for what matters', async () => {
    const one = { id: 'c-1', circumstances: 'c-1: first' };
    await office.brought('format=csv', await csv(one));
    const before = await office.reportNamed('c-1');
    expect(before).toMatchObject({ version: 1, enteredBy: office.caseworker });
    expect(before.contacts[0]?.consents.map(({ purpose }) => purpose).sort()).toEqual([
      'message_call',
      'store_and_match',
    ]);
    const told = { ...one, circumstances: 'c-1: second', contact_phone: '+963 0000 00009' };
    const trial = await office.brought('format=csv&dryRun=true', await csv(told));
    const preview = await office.call<Page<PreviewedRowView>>('GET', `imports/${trial.id}/preview`);
    expect(preview.body.items).toMatchObject([
      { outcome: 'changed', fields: ['contact_phone', 'circumstances'].sort() },
    ]);
    const changed = await office.brought('format=csv', await csv(told));
    expect(changed.counts).toMatchObject({ changed: 1, added: 0 });
    const after = await office.reportNamed('c-1');
    expect(after).toMatchObject({ id: before.id, version: 2, circumstances: 'c-1: second' });
    expect(after.contacts).toMatchObject([
      { id: before.contacts[0]?.id, phone: '+963 0000 00009' },
    ]);
    const revision = () =>
      office.sql<{ match_revision: number }>('SELECT match_revision FROM reports WHERE id = $1', [
        before.id,
      ]);
    expect(await revision()).toEqual([{ match_revision: 1 }]);
    const less = { ...told, arrest_date: '2013-05', consents: 'store', consent_date: '2026-03-02' };
    await office.brought('format=csv', await csv(less));
    expect(await revision()).toEqual([{ match_revision: 2 }]);
    const inForce = (await office.reportNamed('c-1')).contacts[0]?.consents.filter(
      ({ withdrawnAt }) => withdrawnAt === null,
    );
    expect(inForce).toMatchObject([{ purpose: 'store_and_match', givenOn: '2026-03-02' }]);
    const second = await office.brought('format=csv', await csv({ ...less, birth_date: '1988' }));
    expect(second.counts).toMatchObject({ changed: 1 });
    const earlier = await office.brought('format=csv', await csv({ ...less, birth_date: '1988' }));
    expect(earlier.counts).toMatchObject({ unchanged: 1 });
  });

  it('is told where somebody edited the report by hand, and writes nothing over it', async () => {
    const one = { id: 'e-1', circumstances: 'e-1: row' };
    const two = { id: 'e-2', circumstances: 'e-2: row' };
    await office.brought('format=csv', await csv(one, two));
    const report = await office.reportNamed('e-1');
    const { person, circumstances } = report;
    const edited = await office.call('PUT', `reports/${report.id}`, {
      headers: { 'if-match': '"1"' },
      body: { person, circumstances: `${circumstances}, by hand` },
    });
    expect(edited.status).toBe(200);
    const contact = (await office.reportNamed('e-2')).contacts[0];
    const { name, relationship, language } = contact ?? {};
    const corrected = await office.call('PUT', `contacts/${contact?.id}`, {
      headers: { 'if-match': '"1"' },
      body: { name, relationship, language, phone: '+963 0000 12345' },
    });
    expect(corrected.status).toBe(200);
    const same = await office.brought('format=csv', await csv(one, two));
    expect(same.counts).toMatchObject({ unchanged: 2, bad: 0 });
    const rows = [one, two].map((row) => ({ ...row, birth_date: '1990' }));
    const view = await office.brought('format=csv', await csv(...rows));
    expect(view.counts).toMatchObject({ bad: 2, changed: 0 });
    expect(await office.errorsOf(view.id)).toEqual(['id edited-since', 'id edited-since']);
    expect((await office.reportNamed('e-1')).circumstances).toBe('e-1: row, by hand');
  });

  it('brings a second relative to the report, and takes none away', async () => {
    const one = { ...plain, id: 's-1', circumstances: 's-1: row' };
    await office.brought('format=csv', await fileOf('csv', [one]));
    const two = {
      ...one,
      contact_2_name: 'Second Placeholder',
      contact_2_relationship: 'أخ',
      contact_2_consent_store: 'yes',
      contact_2_consent_date: '2026-03-03',
      contact_2_consent_way: 'online',
    };
    const view = await office.brought('format=csv', await fileOf('csv', [two]));
    expect(view.counts).toMatchObject({ changed: 1 });
    const { contacts } = await office.reportNamed('s-1');
    expect(contacts.map(({ name, relationship }) => [name, relationship])).toEqual([
      ['Relative Placeholder', 'other'],
      ['Second Placeholder', 'brother'],
    ]);
    const dry = await office.brought('format=csv&dryRun=true', await fileOf('csv', [one]));
    expect(await office.errorsOf(dry.id)).toEqual(['contact_2_name relative-left-out']);
    expect((await office.reportNamed('s-1')).version).toBe(2);
  });

  it('agrees to more only by an answer of another day', async () => {
    const second = (call: 'yes' | 'no') => ({
      contact_2_name: 'Second Placeholder',
      contact_2_phone: '+963 0000 00010',
      contact_2_consent_store: 'yes',
      contact_2_consent_call: call,
      contact_2_consent_date: '2026-03-03',
      contact_2_consent_way: 'online',
    });
    const row = { ...plain, id: 'd-1', circumstances: 'd-1: row', consents: 'store' };
    const file = (change: object) => fileOf('csv', [{ ...row, ...second('no'), ...change }]);
    await office.brought('format=csv', await file({}));
    const kept = [
      [{ consents: 'store; call' }, 'consent_date'],
      [{ consents: 'store; call', consent_date: '2026-02-28' }, 'consent_date'],
      [second('yes'), 'contact_2_consent_date'],
    ] as const;
    for (const [change, field] of kept) {
      for (const dry of ['&dryRun=true', '']) {
        const view = await office.brought(`format=csv${dry}`, await file(change));
        expect(await office.errorsOf(view.id)).toEqual([`${field} consent-date-kept`]);
      }
    }
    expect((await office.reportNamed('d-1')).version).toBe(1);
    const anew = { consents: 'store; call', consent_date: '2026-03-05' };
    const view = await office.brought('format=csv', await file(anew));
    expect(view.counts).toMatchObject({ changed: 1, bad: 0 });
    const less = { consents: 'store', consent_date: '2026-03-06' };
    await office.brought('format=csv', await file(less));
    const back = await file({ ...anew, consent_date: '2026-03-07' });
    const early = await office.brought('format=csv', back);
    expect(await office.errorsOf(early.id)).toEqual(['consent_date consent-date-kept']);
  });

  it('does not revive what the relatives withdrew', async () => {
    const one = { id: 'w-1', circumstances: 'w-1: row' };
    await office.brought('format=csv', await csv(one));
    const report = await office.reportNamed('w-1');
    await office.call('POST', `contacts/${report.contacts[0]?.id}/withdrawals`, {
      body: { purposes: ['store_and_match'] },
    });
    expect((await office.brought('format=csv', await csv(one))).counts).toMatchObject({
      unchanged: 1,
    });
    const view = await office.brought('format=csv', await csv({ ...one, birth_date: '1990' }));
    expect(await office.errorsOf(view.id)).toEqual(['id report-withdrawn']);
    expect((await office.reportNamed('w-1')).state).toBe('withdrawn');
  });
});

describe('an import of reports', () => {
  it('is for caseworkers and coordinators, and no other organisation learns of it', async () => {
    const file = await csv({ id: 'o-1', circumstances: 'o-1: row' });
    expect(
      (await office.sendFile('reports/imports?format=csv', file, office.reviewer)).status,
    ).toBe(403);
    const view = await office.brought('format=csv', file, office.coordinator);
    for (const path of ['', '/errors', '/errors/file', '/preview']) {
      expect(
        (await office.call('GET', `imports/${view.id}${path}`, { as: office.stranger })).status,
      ).toBe(404);
    }
    expect(
      (await office.call('POST', `imports/${view.id}/undo`, { as: office.stranger })).status,
    ).toBe(404);
    expect(
      (await office.call<Page<unknown>>('GET', 'imports', { as: office.stranger })).body.items,
    ).toEqual([]);
    const others = await office.brought('format=csv', file, office.stranger);
    expect(others.counts).toMatchObject({ added: 1 });
    expect(
      (await office.call<Page<CaseView>>('GET', 'cases', { as: office.stranger })).body.items,
    ).toHaveLength(1);
  });

  it('is refused as a whole where its columns can make no report', async () => {
    const { status, body } = await office.sendFile<{ code: string; problems: { field: string }[] }>(
      'reports/imports?format=csv',
      'id,name\n1,Zayd\n',
    );
    expect([status, body.code]).toEqual([422, 'report-columns-missing']);
    expect(body.problems.map(({ field }) => field)).toEqual(['contact_name', 'consents']);
  });

  it('is taken back while nobody touched it, and nobody is left in it', async () => {
    const one = { id: 'u-1', circumstances: 'u-1: row' };
    const view = await office.brought('format=csv', await csv(one, { ...one, id: 'u-2' }));
    const report = await office.reportNamed('u-1');
    const asked = await office.call('POST', `imports/${view.id}/undo`);
    expect(asked.status).toBe(202);
    const undone = await office.ended(view.id);
    expect(undone).toMatchObject({ state: 'undone', counts: { added: 2, undone: 2 } });
    const after = (await office.call<ReportView>('GET', `reports/${report.id}`)).body;
    expect(after).toMatchObject({ state: 'withdrawn', person: { names: {} } });
    expect(JSON.stringify(after)).not.toContain('Placeholder');
    const tasks = await office.sql(`SELECT 1 FROM tasks WHERE case_id = $1 AND state = 'open'`, [
      report.caseId,
    ]);
    expect(tasks).toEqual([]);
    const again = await office.brought('format=csv', await csv(one));
    expect(again.counts).toMatchObject({ added: 1 });
    const followed = await office.call(
      'POST',
      `cases/${(await office.reportNamed('u-1')).caseId}/follow-ups`,
      {
        body: { kind: 'information', happenedOn: '2026-03-02', text: 'Example' },
      },
    );
    expect(followed.status).toBe(201);
    const refused = await office.call<{ code: string }>('POST', `imports/${again.id}/undo`);
    expect([refused.status, refused.body.code]).toEqual([409, 'reports-worked-with']);
  });
});
