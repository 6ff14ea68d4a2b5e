import { setTimeout as pause } from 'node:timers/promises';
import type { DuplicateView, LikePairSummary, ReportedBefore } from '@athar/candidates';
import type { CaseMergeView, CaseView, NewReport, ReportSummary, ReportView } from '@athar/cases';
import type { ImportErrorView, ImportView, ProposalView } from '@athar/imports';
import type { CollectionView } from '@athar/registry';
import { inArabic, inLatin } from '../support/duplicate-office.js';
import { startHouse, type House } from '../support/house.js';
import { send } from '../support/http.js';
import { fileOf, koboRows, rowsOf, type FormRow } from '../support/report-files.js';
import { Storyteller } from '../support/told-story.js';

/** The relative in this row speaks of somebody of whom another relative will speak too. */
const KNOWN = 9;
const rows = koboRows(200).map((row, at) => (at === KNOWN ? { ...row, ...knownPerson() } : row));

/** What is wrong in which row: the cells as somebody filled them in, and what is said of them. */
const mistakes = new Map<number, { cells: FormRow; code: string }>([
  [4, wrong('consent-missing', { 'relative/consent': '', 'relative/consent/store': '0' })],
  [17, wrong('consent-missing', { 'relative/consent': '?', 'relative/consent/store': '' })],
  [31, wrong('consent-date-missing', { 'relative/consent_date': '' })],
  [45, wrong('no-such-day', { 'relative/consent_date': '30/2/2026' })],
  [58, wrong('unknown-word', { 'relative/consent_way': 'pigeon' })],
  [66, wrong('bad-date', { 'missing/birth_date': 'about forty' })],
  [79, wrong('no-such-day', { 'missing/birth_date': '31/11/1987' })],
  [92, wrong('in-the-future', { 'missing/arrest_date': '2999-01-01' })],
  [105, wrong('name-missing', withoutNames(rows[105] ?? {}))],
  [118, wrong('unknown-word', { 'missing/last_seen_source': 'somebody', ...seen() })],
  [131, wrong('bad-phone', { 'relative/phone': '12' })],
  [144, wrong('bad-email', { 'relative/email': 'at home' })],
  [157, wrong('unknown-word', { 'missing/sex': 'x' })],
  [170, wrong('contact-missing', { 'relative/name': '' })],
  [183, wrong('unknown-word', { 'relative/kinship': 'acquaintance' })],
]);
const written = rows.map((row, at): FormRow => ({ ...row, ...mistakes.get(at)?.cells }));

function wrong(code: string, cells: FormRow): { cells: FormRow; code: string } {
  return { cells, code };
}

function seen(): FormRow {
  return { 'missing/last_seen_date': '2013-02' };
}

function withoutNames(row: FormRow): FormRow {
  const names = Object.keys(row).filter((header) =>
    /^missing\/(name|.*_name|known_as|name_.*)$/.test(header),
  );
  return Object.fromEntries(names.map((header) => [header, '']));
}

function knownPerson(): FormRow {
  const { given = '', father = '', family = '', mother = '' } = inArabic.names;
  return {
    ...withoutNames(koboRows(1)[0] ?? {}),
    'missing/given_name': given,
    'missing/father_name': father,
    'missing/family_name': family,
    'missing/mother_name': mother,
    'missing/birth_date': inArabic.birthDate ?? '',
  };
}

let house: House;
let caseworker: Storyteller;
let coordinator: Storyteller;
let steward: Storyteller;
let reviewers: Storyteller[];
let query: string;

beforeAll(async () => {
  house = await startHouse();
  const { members } = await house.organisation(
    ['caseworker'],
    ['coordinator'],
    ['steward'],
    ['reviewer'],
    ['reviewer'],
  );
  const tellers = members.map(({ id }) => new Storyteller(house.url, id));
  [caseworker, coordinator, steward] = tellers as [Storyteller, Storyteller, Storyteller];
  reviewers = tellers.slice(3);
});
afterAll(() => house?.stop());

const bring = (file: Buffer): Promise<ImportView> =>
  caseworker.bring(`/reports/imports?${query}`, file);

/** How many reports, relatives and cases there are, counted over HTTP. */
async function held(): Promise<Record<string, number>> {
  const reports = await caseworker.all<ReportSummary>('/reports');
  const cases = await caseworker.all<CaseView>('/cases');
  return { reports: reports.length, cases: cases.length };
}

const changed = (one: Storyteller, path: string, version: number, body: object) =>
  send(house.url, 'POST', `/api${path}`, {
    as: one.member,
    body,
    headers: { 'if-match': `"${version}"` },
  });

describe('a caseworker brings an export of a form in', () => {
  let badRows: FormRow[];
  let refused: ImportView;

  it('has its questions understood', async () => {
    const response = await fetch(`${house.url}/api/imports/proposals?kind=reports&format=xlsx`, {
      method: 'POST',
      headers: { 'x-athar-member': caseworker.member, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(await fileOf('xlsx', written)),
    });
    const { mapping, problems } = (await response.json()) as ProposalView;
    expect(problems).toEqual([]);
    query = `format=xlsx&mapping=${encodeURIComponent(JSON.stringify(mapping))}`;
  });

  it('gets the good rows in and the bad ones told', async () => {
    refused = await bring(await fileOf('xlsx', written));
    expect(refused).toMatchObject({ state: 'applied', counts: { rows: 200, bad: 15, added: 185 } });
    expect(await held()).toEqual({ reports: 185, cases: 185 });
    const errors = await caseworker.all<ImportErrorView>(`/imports/${refused.id}/errors`);
    const told = errors.map(({ row, code }) => `${row} ${code}`);
    // Row 1 of the sheet is its header.
    const expected = [...mistakes].map(([at, { code }]) => `${at + 2} ${code}`);
    expect(told).toEqual(expect.arrayContaining(expected));
    expect(new Set(errors.map(({ row }) => row)).size).toBe(15);
  });

  it('gets the bad rows back as a file that says in Arabic what is wrong', async () => {
    const path = `${house.url}/api/imports/${refused.id}/errors/file?language=ar`;
    const response = await fetch(path, { headers: { 'x-athar-member': caseworker.member } });
    badRows = await rowsOf('xlsx', Buffer.from(await response.arrayBuffer()));
    expect(badRows.map((row) => row['_uuid'])).toEqual(
      [...mistakes.keys()].map((at) => rows[at]?.['_uuid']),
    );
    for (const row of badRows) expect(row['سبب رفض الصف']).toMatch(/\p{Script=Arabic}{3}/u);
  });

  it('mends the cells in that very file, and all are there', async () => {
    const mended = [...mistakes].map(([at, { cells }], line): FormRow => {
      const right = Object.keys(cells).map((header) => [header, rows[at]?.[header] ?? '']);
      return { ...badRows[line], ...(Object.fromEntries(right) as FormRow) };
    });
    const file = await fileOf('xlsx', mended);
    expect((await bring(file)).counts).toMatchObject({ rows: 15, bad: 0, added: 15, changed: 0 });
    expect(await held()).toEqual({ reports: 200, cases: 200 });
    const again = await bring(file);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 15 });
  });

  it('brings the whole export in once more, and nothing changes', async () => {
    const { counts } = await bring(await fileOf('xlsx', rows));
    expect(counts).toMatchObject({ rows: 200, bad: 0, added: 0, changed: 0, unchanged: 200 });
    expect(await held()).toEqual({ reports: 200, cases: 200 });
  });
});

describe('a second relative of one person comes', () => {
  const told: NewReport = {
    person: inLatin,
    contacts: [
      {
        name: 'Second Placeholder',
        relationship: 'cousin',
        language: 'en',
        phone: '+963 0000 99999',
        consents: [{ purpose: 'store_and_match', givenOn: '2026-03-02', way: 'phone' }],
      },
    ],
  };
  const first = rows[KNOWN] ?? {};
  let older: ReportView;
  let newer: ReportView;
  let pair: LikePairSummary;
  let before: unknown;

  /** What can be read of both cases and their reports, but for when it changed. */
  const state = async () => {
    const cases = [older, newer].map(({ caseId }) => caseworker.get<CaseView>(`/cases/${caseId}`));
    const reports = [older, newer].map(({ id }) => caseworker.get<ReportView>(`/reports/${id}`));
    return { cases: await Promise.all(cases), reports: await Promise.all(reports) };
  };

  /** The pair of both reports as it waits for a reviewer, once it was proposed. */
  async function proposed(reviewer: Storyteller): Promise<LikePairSummary> {
    for (;;) {
      const pairs = await reviewer.all<LikePairSummary>('/duplicates');
      const ids = [older.id, newer.id].sort().join();
      const found = pairs.find(({ leftId, rightId }) => [leftId, rightId].sort().join() === ids);
      if (found) return found;
      await pause(100);
    }
  }

  it('is found before saving, in the other script, explained, without a word of the registry', async () => {
    const { id } = await steward.post<CollectionView>('/collections', {
      kind: 'hospital_list',
      title: 'Invented list',
      custodian: 'Nobody',
    });
    const { given = '', father = '', family = '' } = inArabic.names;
    const entry = { id: '1', given_name: given, father_name: father, family_name: family };
    await steward.bring(`/collections/${id}/imports?format=xlsx`, await fileOf('xlsx', [entry]));
    const entries = await steward.all<{ id: string }>('/entries?reason=quality_check');
    expect(entries).toHaveLength(1);
    const answer = await caseworker.post<{ items: ReportedBefore[] }>('/reports/check?locale=en', {
      person: inLatin,
    });
    const [found] = answer.items;
    expect(found).toMatchObject({ names: inArabic.names, band: 'strong' });
    expect(found?.parts.filter(({ sentence }) => sentence.length > 5).length).toBeGreaterThan(2);
    older = await caseworker.get<ReportView>(`/reports/${found?.reportId}`);
    expect(older.contacts).toMatchObject([{ name: first['relative/name'] }]);
    const text = JSON.stringify(answer);
    for (const secret of [entries[0]?.id ?? '', id, 'Invented list']) {
      expect(text).not.toContain(secret);
    }
  });

  it('is saved anyway, and the pair is proposed to reviewers', async () => {
    newer = await caseworker.post<ReportView>('/reports', told);
    expect(newer.caseId).not.toBe(older.caseId);
    before = await state();
    pair = await proposed(reviewers[0] as Storyteller);
    const answer = await send(house.url, 'GET', `/api/duplicates/${pair.id}`, {
      as: caseworker.member,
    });
    expect(answer.status).toBe(404);
  });

  it('becomes one case where two reviewers say so, both relatives’ data apart', async () => {
    for (const reviewer of reviewers) {
      const { version, ...view } = await reviewer.get<DuplicateView>(`/duplicates/${pair.id}`);
      expect(view.state).toBe('proposed');
      const judgement = { verdict: 'same_person', reasons: ['names_agree'] };
      const path = `/duplicates/${pair.id}/judgements`;
      expect((await changed(reviewer, path, version, judgement)).status).toBe(201);
    }
    const { cases, reports } = await state();
    expect(cases).toMatchObject([
      { reportIds: [older.id, newer.id], mergedInto: null },
      { reportIds: [], mergedInto: older.caseId, status: 'merged' },
    ]);
    expect(reports).toMatchObject([
      { caseId: older.caseId, reference: older.reference, contacts: older.contacts },
      { caseId: older.caseId, reference: newer.reference, contacts: newer.contacts },
    ]);
    const [one, other] = reports.map((report) => JSON.stringify(report)) as [string, string];
    for (const text of ['Second Placeholder', '99999']) expect(one).not.toContain(text);
    for (const text of [first['relative/name'], first['relative/phone']]) {
      expect(other).not.toContain(text);
    }
    const bothOpened = JSON.stringify(
      await (reviewers[0] as Storyteller).get(`/duplicates/${pair.id}`),
    );
    expect(bothOpened).not.toContain('Second Placeholder');
    expect(bothOpened).not.toContain(first['relative/name']);
  });

  it('is two cases again where a coordinator takes it back', async () => {
    const { version } = await coordinator.get<DuplicateView>(`/duplicates/${pair.id}`);
    const note = 'an invented reason';
    const back = await changed(coordinator, `/duplicates/${pair.id}/revocation`, version, { note });
    expect(back).toMatchObject({ status: 201, body: { state: 'proposed', round: 2 } });
    expect(await state()).toEqual(before);
    const { items } = await coordinator.get<{ items: CaseMergeView[] }>(
      `/cases/${newer.caseId}/merges`,
    );
    expect(items).toMatchObject([{ undoneBy: coordinator.member, undoReason: note }]);
  });
});
