import type { ReportView } from '@athar/cases';
import { reportOf } from '../support/cases-app.js';
import { fileOf, rowsOf } from '../support/report-files.js';
import { ReportOffice, csv } from '../support/report-office.js';

let office: ReportOffice;

beforeAll(async () => {
  office = await ReportOffice.open();
});
afterAll(() => office?.house.stop());

describe('an export of reports', () => {
  const exported = async (as = office.coordinator, format = 'csv') => {
    const response = await fetch(`${office.house.url}/api/exports/reports`, {
      method: 'POST',
      headers: { 'x-athar-member': as, 'content-type': 'application/json' },
      body: JSON.stringify({ format }),
    });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  it('comes back without changing anything, also what was entered by hand', async () => {
    const hand = await office.call<ReportView>('POST', 'reports', {
      body: reportOf({ detentions: [{ place: '=Branch', from: '2013', source: 'paid' }] }),
    });
    expect(hand.status).toBe(201);
    for (const format of ['csv', 'xlsx', 'jsonl']) {
      const { status, bytes } = await exported(office.coordinator, format);
      expect(status).toBe(200);
      const before = await office.counts();
      const view = await office.brought(`format=${format}`, bytes, office.coordinator);
      expect(view.counts).toMatchObject({ bad: 0, added: 0, changed: 0 });
      expect(view.counts.unchanged).toBe(before?.['reports']);
      expect(await office.counts()).toEqual(before);
    }
    const { bytes } = await exported();
    expect(bytes.toString('utf8')).toContain("'=Branch");
    const rows = await rowsOf('csv', bytes);
    const own = rows.filter(({ id }) => id === hand.body.id);
    const changed = await fileOf(
      'csv',
      own.map((row) => ({ ...row, sex: 'female' })),
    );
    const view = await office.brought('format=csv', changed, office.coordinator);
    expect(view.counts).toMatchObject({ bad: 1, changed: 0 });
  });

  it('corrects what came from a file under the id that the house gave it', async () => {
    const one = { id: 'x-1', circumstances: 'x-1: row' };
    await office.brought('format=csv', await csv(one));
    const report = await office.reportNamed('x-1');
    const view = await office.brought(
      'format=csv',
      await csv({ ...one, id: report.id, birth_date: '1990' }),
    );
    expect(view.counts).toMatchObject({ changed: 1, added: 0 });
    const again = await office.brought('format=csv', await csv({ ...one, birth_date: '1991' }));
    expect(again.counts).toMatchObject({ changed: 1, added: 0 });
  });

  it('is for coordinators, holds their organisation only, and is recorded', async () => {
    expect((await exported(office.caseworker)).status).toBe(403);
    expect(await rowsOf('csv', (await exported(office.stranger)).bytes)).toEqual([]);
    const recorded = await office.sql<{ action: string }>(
      `SELECT DISTINCT action FROM audit_events WHERE action LIKE 'reports.export%' AND member_id = $1`,
      [office.coordinator],
    );
    expect(recorded.map(({ action }) => action).sort()).toEqual([
      'reports.export-begun',
      'reports.exported',
    ]);
  });
});
