import pg from 'pg';
import {
  AlreadyJudged,
  CandidateChanged,
  CoordinatorNeeded,
  OwnReport,
  PairNotFound,
} from '@athar/candidates';
import {
  inArabic,
  inLatin,
  startDuplicates,
  type DuplicateOffice,
} from '../support/duplicate-office.js';
import { bytesOf } from '../support/registry-app.js';

let house: DuplicateOffice;

/** Files of reports. */
const inFiles = { kind: 'reports', mode: 'keep_good', dryRun: false, format: 'csv' } as const;
const header =
  'id,given_name,father_name,family_name,mother_name,birth_date,contact_name,consents,consent_date,consent_way';
const told = (id: string, born = '1987') =>
  `${id},شاهين,قمر,الظريفاني,بدرية,${born},Relative Placeholder,store,2026-03-01,phone`;

/** Waits until a transaction of the services stands at a lock. */
async function oneWaits(): Promise<void> {
  const { adminUrl } = house.app.database;
  const watcher = new pg.Client({ connectionString: adminUrl });
  await watcher.connect();
  const blocked = `SELECT 1 FROM pg_stat_activity
    WHERE usename = 'athar_app' AND cardinality(pg_blocking_pids(pid)) > 0`;
  while ((await watcher.query(blocked)).rows.length === 0) {
    await new Promise((go) => setTimeout(go, 10));
  }
  await watcher.end();
}

beforeAll(async () => {
  house = await startDuplicates();
});
afterAll(() => house?.app.stop());
beforeEach(() => house.app.ask(`UPDATE reports SET state = 'withdrawn'`));

describe('two reports of one person', () => {
  it('are proposed once, in whichever scripts, however often and at once they are matched', async () => {
    const { app, office, match, pairsOf } = house;
    const older = await app.report(office.caseworker, inArabic);
    const newer = await app.report(office.caseworker, inLatin);
    await app.report(office.caseworker, { names: { given: 'ليان', father: 'صقر' } });
    await Promise.all([match(older), match(newer), match(newer)]);
    await match(older);
    expect(await pairsOf(older)).toMatchObject([{ state: 'proposed', round: 1, version: 1 }]);
    const kept = await app.ask('SELECT 1 FROM duplicates WHERE sealed_evidence IS NULL');
    expect(kept).toEqual([]);
  });

  it('are not proposed where they are of two organisations, of one case, or withdrawn', async () => {
    const { app, office, match, pairsOf } = house;
    const stranger = await app.office();
    const theirs = await app.report(stranger.caseworker, inArabic);
    const gone = await app.report(office.caseworker, inArabic);
    await app.ask(`UPDATE reports SET state = 'withdrawn' WHERE id = $1`, [gone.reportId]);
    const mine = await app.report(office.caseworker, inLatin);
    const sibling = await app.report(office.caseworker, inArabic);
    await app.ask('UPDATE reports SET case_id = $2 WHERE id = $1', [sibling.reportId, mine.caseId]);
    for (const place of [theirs, mine, sibling]) await match(place);
    for (const place of [theirs, gone, mine, sibling]) expect(await pairsOf(place)).toEqual([]);
  });

  it('leave the queue when one of them changes so that they do not fit any more', async () => {
    const { app, office, match, pairsOf, proposed } = house;
    const { newer } = await proposed();
    await app.edit(newer, { names: { given: 'ليان', father: 'صقر', family: 'العنابي' } });
    await match(newer);
    expect(await pairsOf(newer)).toMatchObject([{ state: 'proposed', above_floor: false }]);
    expect((await app.duplicates.queue(office.first, {})).items).toEqual([]);
    const [pair] = await pairsOf(newer);
    const id = pair?.id ?? '';
    const left = await app.duplicates.left(office.first, {});
    expect(left.items).toMatchObject([{ id, leftBecause: 'record_changed' }]);
    const lines = await app.ask<{ detail: { record_changed: string[] } }>(
      `SELECT detail FROM audit_events WHERE action = 'duplicate.left_queue'`,
    );
    expect(lines.map(({ detail }) => detail.record_changed)).toEqual([[id]]);
  });

  it('are found by the sweep where the job was lost', async () => {
    const { app, office, match } = house;
    await app.loseQueue();
    const place = await app.report(office.caseworker, inArabic);
    await match(place);
    expect((await app.matching.sweep(0)).queued).toBe(0);
    await app.ask('UPDATE reports SET duplicates_revision = 0 WHERE id = $1', [place.reportId]);
    expect((await app.matching.sweep(0)).queued).toBe(1);
  });
});

describe('comparing with many reports that were not read yet', () => {
  it('stands back while a batch is under way, and is found by the sweep behind it', async () => {
    const { app } = house;
    const { organisationId, caseworker } = await app.office();
    const { reportId } = await app.report(caseworker, inArabic);
    await app.ask(
      `INSERT INTO reports (id, organisation_id, case_id, entered_by, record, fingerprint)
       SELECT gen_random_uuid(), organisation_id, case_id, entered_by, record, fingerprint
       FROM reports, generate_series(1, 1000) WHERE id = $1`,
      [reportId],
    );
    await app.matching.matchReport(organisationId, reportId, 1);
    await app.loseQueue();
    const compared = async () => {
      await app.matching.compareReport(organisationId, reportId);
      const [row] = await app.ask<{ at: number }>(
        'SELECT duplicates_revision AS at FROM reports WHERE id = $1',
        [reportId],
      );
      return row?.at === 1;
    };
    const all = { afterReportId: null, throughReportId: null, reports: 1001 };
    const revisions = { fromRevision: '0', toRevision: '1' };
    await app.jobs.add('match-chunk', { ...revisions, ...all }, { id: 'chunk-0-1-n0' });
    expect(await compared()).toBe(false);
    await app.loseQueue();
    await app.ask(
      `UPDATE reports SET state = 'withdrawn' WHERE organisation_id = $1 AND id <> $2`,
      [organisationId, reportId],
    );
    expect((await app.matching.sweep(0)).queued).toBeGreaterThan(0);
    expect(await compared()).toBe(true);
  });
});

describe('judging two reports', () => {
  it('is blind for the second and for neither of who entered them', async () => {
    const { app, office, proposed, judge } = house;
    const { id, newer } = await proposed(office.third);
    await expect(judge(office.third, id, 'different')).rejects.toThrow(OwnReport);
    await expect(app.duplicates.read(office.third, id, 'en')).rejects.toThrow(PairNotFound);
    expect((await app.duplicates.queue(office.third, {})).items).toEqual([]);
    await expect(app.duplicates.read(office.caseworker, id, 'en')).rejects.toThrow(PairNotFound);

    const first = await app.duplicates.read(office.first, id, 'en');
    expect(first.assessment?.evidence.length).toBeGreaterThan(1);
    expect([first.left, first.right].map((side) => side.id)).toContain(newer.reportId);
    await judge(office.first, id, 'different');
    await expect(judge(office.first, id, 'different')).rejects.toThrow(AlreadyJudged);
    const blind = await app.duplicates.read(office.second, id, 'en');
    const hidden = { assessment: null, band: null, judgements: null, decisions: null };
    expect(blind).toMatchObject({ ...hidden, state: 'proposed', version: 1 });
    expect(JSON.stringify(blind)).not.toContain('invented note');
    const decided = await judge(office.second, id, 'different');
    expect(decided).toMatchObject({ state: 'rejected', version: 2 });
    expect(decided.judgements).toHaveLength(2);
  });

  it('stays rejected until one of them changes, and says which', async () => {
    const { app, office, match, pairsOf, proposed, decide } = house;
    const { id, newer, older } = await proposed();
    await decide(id, 'different');
    await app.ask('UPDATE reports SET duplicates_revision = 0');
    await match(older);
    expect(await pairsOf(newer)).toMatchObject([{ state: 'rejected', version: 2 }]);
    await app.edit(newer, { ...inLatin, sex: 'male' });
    await match(newer);
    const view = await app.duplicates.read(office.first, id, 'en');
    const side = view.left.id === newer.reportId ? 'left' : 'right';
    expect(view).toMatchObject({ state: 'proposed', round: 2, returned: true, changed: [side] });
    const events = await app.ask<{ action: string }>(
      `SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY sequence`,
      [id],
    );
    expect(events.map(({ action }) => action)).toContain('duplicate.returned');
  });

  it('is refused on what was edited a moment ago', async () => {
    const { app, office, proposed, judge } = house;
    const { id, newer } = await proposed();
    await app.edit(newer, { ...inLatin, sex: 'male' });
    await expect(judge(office.first, id, 'different')).rejects.toThrow(CandidateChanged);
  });

  it('leaves a confirmation to a coordinator to take back, a rejection to reviewers too', async () => {
    const { app, office, proposed, decide } = house;
    const revoke = (id: string, version: number) =>
      app.duplicates.revoke(office.first, id, { note: 'doubt', expectedVersion: version });
    const one = await proposed();
    await decide(one.id, 'same_person');
    await expect(revoke(one.id, 2)).rejects.toThrow(CoordinatorNeeded);
    await app.ask(`UPDATE reports SET state = 'withdrawn'`);
    const other = await proposed();
    await decide(other.id, 'different');
    expect(await revoke(other.id, 2)).toMatchObject({ state: 'proposed', round: 2 });
  });

  it('is another organisation’s as if there were nothing', async () => {
    const { app, proposed, judge } = house;
    const { id } = await proposed();
    const stranger = await app.office();
    await expect(app.duplicates.read(stranger.first, id, 'en')).rejects.toThrow(PairNotFound);
    await expect(judge(stranger.first, id, 'different')).rejects.toThrow(PairNotFound);
    expect((await app.duplicates.queue(stranger.first, {})).items).toEqual([]);
  });

  it('is work that the undoing of an import must not destroy', async () => {
    const { app, office, judge, match, pairsOf } = house;
    await app.report(office.caseworker, inLatin);
    const file = bytesOf(`${header}\n${told('r-1')}`);
    const { id } = await app.imports.receive(office.caseworker, inFiles, file);
    await app.imports.apply(office.organisationId, id);
    const [source] = await app.ask<{ report_id: string }>('SELECT report_id FROM report_sources');
    const reportId = source?.report_id ?? '';
    const place = { organisationId: office.organisationId, reportId, caseId: '', reference: '' };
    await match(place);
    const [pair] = await pairsOf(place);
    await judge(office.first, pair?.id ?? '', 'different');
    await expect(app.imports.undo(office.caseworker, id)).rejects.toMatchObject({
      code: 'reports-worked-with',
    });
  });

  it('does not stand in the way of a file that corrects both reports', async () => {
    const { app, office } = house;
    const file = (...rows: string[]) => bytesOf([header, ...rows].join('\n'));
    const before = file(told('d-1'), told('d-2'));
    const first = await app.imports.receive(office.caseworker, inFiles, before);
    await app.imports.apply(office.organisationId, first.id);
    const reports = await app.ask<{ report_id: string }>(
      'SELECT report_id FROM report_sources WHERE import_id = $1 ORDER BY report_id',
      [first.id],
    );
    const [lower = '', higher = ''] = reports.map((row) => row.report_id);
    const after = file(told(higher, '1988'), told(lower, '1988'));
    const second = await app.imports.receive(office.caseworker, inFiles, after);
    // Who judges holds the reports by their ids.
    await app.ask('BEGIN');
    const hold = 'SELECT 1 FROM reports WHERE id = $1 FOR NO KEY UPDATE NOWAIT';
    await app.ask(hold, [lower]);
    const applied = app.imports.apply(office.organisationId, second.id);
    await oneWaits();
    const held = await app.ask(hold, [higher]).finally(() => app.ask('COMMIT'));
    expect(held).toHaveLength(1);
    await applied;
  });
});
