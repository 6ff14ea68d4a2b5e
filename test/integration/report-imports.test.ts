import type { ProposalView } from '@athar/imports';
import { fileOf, koboRows, rowsOf, type FormRow } from '../support/report-files.js';
import { ReportOffice } from '../support/report-office.js';

let office: ReportOffice;

beforeAll(async () => {
  office = await ReportOffice.open();
});
afterAll(() => office?.house.stop());

describe('the export of a form', () => {
  const rows = koboRows(200);
  const bad = new Map<number, Partial<FormRow>>([
    ...[3, 40, 80, 120, 199].map((at): [number, FormRow] => [
      at,
      { 'relative/consent': '', 'relative/consent/store': '0', 'relative/consent/email': '0' },
    ]),
    ...[7, 50, 90].map((at): [number, FormRow] => [at, { 'missing/birth_date': '31/11/1987' }]),
    ...[11, 60].map((at): [number, FormRow] => [at, { 'relative/name': '' }]),
    ...[13, 70, 150].map((at): [number, FormRow] => [at, { 'missing/sex': 'x' }]),
    ...[21, 170].map((at): [number, FormRow] => [at, { _uuid: rows[0]?.['_uuid'] ?? '' }]),
  ]);
  const written = rows.map((row, at) => ({ ...row, ...bad.get(at) }) as FormRow);
  let mapping = '';
  let badRows: FormRow[] = [];

  it('has its questions understood without their groups', async () => {
    const { body } = await office.sendFile<ProposalView>(
      'imports/proposals?kind=reports&format=xlsx',
      await fileOf('xlsx', written),
    );
    const unknown = body.columns.filter(({ column, why }) => column === null && why !== 'form');
    expect(unknown).toEqual([]);
    expect(body.mapping).toMatchObject({
      _uuid: 'id',
      'missing/given_name': 'given_name',
      'relative/name': 'contact_name',
      'relative/kinship': 'contact_relationship',
      'relative/consent': 'consents',
    });
    expect(body.problems).toEqual([]);
    mapping = encodeURIComponent(JSON.stringify(body.mapping));
  });

  it('comes in as reports with relatives and consents, the bad rows apart', async () => {
    const file = await fileOf('xlsx', written);
    const trial = await office.brought(`format=xlsx&dryRun=true&mapping=${mapping}`, file);
    expect(trial.counts).toMatchObject({ rows: 200, bad: 15, added: 185 });
    expect((await office.counts())?.['reports']).toBe(0);
    const view = await office.brought(`format=xlsx&mapping=${mapping}`, file);
    expect(view).toMatchObject({ kind: 'reports', collectionId: null, state: 'applied' });
    expect(view.counts).toMatchObject({ rows: 200, bad: 15, added: 185, changed: 0 });
    expect(await office.counts()).toMatchObject({ reports: 185, cases: 185, contacts: 185 });
    expect([...new Set(await office.errorsOf(view.id))]).toEqual([
      'id doubled-identity',
      'missing/birth_date no-such-day',
      'missing/sex unknown-word',
      'relative/consent consent-missing',
      'relative/name contact-missing',
    ]);
    const response = await fetch(
      `${office.house.url}/api/imports/${view.id}/errors/file?language=en`,
      {
        headers: { 'x-athar-member': office.caseworker },
      },
    );
    badRows = await rowsOf('xlsx', Buffer.from(await response.arrayBuffer()));
    expect(badRows).toHaveLength(15);
    expect(badRows[0]?.['Why the row was refused']).toMatch(/nothing is kept/);
  });

  it('keeps nothing of a row without consent but the sealed bad row', async () => {
    const name = written[3]?.['relative/name'] ?? '';
    const kept = await office.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM import_bad_rows WHERE position($1 in encode(cells, 'escape')) > 0`,
      [name],
    );
    expect(kept).toEqual([{ n: 0 }]);
    expect(office.house.logLines.join('\n')).not.toContain(name);
  });

  it('completes itself when the mended rows are sent, and twice the same changes nothing', async () => {
    const wrong = [...bad.keys()].sort((a, b) => a - b);
    const mended = badRows.map((row, at) => ({ ...row, ...rows[wrong[at] ?? 0] }));
    const file = await fileOf('xlsx', mended as FormRow[]);
    const view = await office.brought(`format=xlsx&mapping=${mapping}`, file);
    expect(view.counts).toMatchObject({ rows: 15, bad: 0, added: 15 });
    const before = await office.counts();
    expect(before).toMatchObject({ reports: 200, contacts: 200 });
    const again = await office.brought(`format=csv&mapping=${mapping}`, await fileOf('csv', rows));
    expect(again.counts).toMatchObject({ rows: 200, bad: 0, added: 0, changed: 0, unchanged: 200 });
    expect(await office.counts()).toEqual(before);
  });

  it('is matched after it came in', async () => {
    for (;;) {
      const waiting = await office.sql(
        'SELECT 1 FROM reports WHERE matched_revision < match_revision',
      );
      if (waiting.length === 0) return;
      await new Promise((go) => setTimeout(go, 50));
    }
  });
});
