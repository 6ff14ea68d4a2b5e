import type { ReportView } from '@athar/cases';
import type { ImportErrorView, ImportView } from '@athar/imports';
import { withOwner, type Page } from '@athar/persistence';
import { startHouse, type House } from './house.js';
import { send, type Answer, type RequestOptions } from './http.js';
import { fileOf } from './report-files.js';

type Bytes = Buffer | string;

/** An invented report as a row of a file. */
export const plain = {
  id: '',
  name: 'Zayd Placeholder',
  birth_date: '1987',
  arrest_date: '',
  circumstances: '',
  contact_name: 'Relative Placeholder',
  contact_phone: '+963 0000 00001',
  consents: 'store; call',
  consent_date: '2026-03-01',
  consent_way: 'phone',
};

/** A file of invented reports that differ in what is told. */
export const csv = (...rows: Partial<typeof plain>[]) =>
  fileOf(
    'csv',
    rows.map((row) => ({ ...plain, ...row })),
  );

/** A house in which files of reports are brought in over HTTP. */
export class ReportOffice {
  private constructor(
    readonly house: House,
    readonly caseworker: string,
    readonly coordinator: string,
    readonly reviewer: string,
    /** Of another organisation, with the roles of the first two. */
    readonly stranger: string,
  ) {}

  static async open(): Promise<ReportOffice> {
    const house = await startHouse();
    const own = await house.organisation(['caseworker'], ['coordinator'], ['reviewer', 'steward']);
    const [caseworker = '', coordinator = '', reviewer = ''] = own.members.map(({ id }) => id);
    const other = await house.organisation(['caseworker', 'coordinator']);
    const stranger = other.members[0]?.id ?? '';
    return new ReportOffice(house, caseworker, coordinator, reviewer, stranger);
  }

  /** As the caseworker, where nobody else is named. */
  call<Body>(method: string, path: string, options: RequestOptions = {}): Promise<Answer<Body>> {
    return send<Body>(this.house.url, method, `/api/${path}`, { as: this.caseworker, ...options });
  }

  async sendFile<Body>(path: string, body: Bytes, as = this.caseworker): Promise<Answer<Body>> {
    const response = await fetch(`${this.house.url}/api/${path}`, {
      method: 'POST',
      headers: { 'x-athar-member': as, 'content-type': 'application/octet-stream' },
      body,
    });
    const answer = (await response.json()) as Body;
    return { status: response.status, headers: response.headers, body: answer };
  }

  /** The import once it has ended. */
  async ended(id: string, as = this.caseworker): Promise<ImportView> {
    for (;;) {
      const { body } = await this.call<ImportView>('GET', `imports/${id}`, { as });
      if (body.finishedAt !== null) return body;
      await new Promise((go) => setTimeout(go, 20));
    }
  }

  /** Brings a file in and waits for the end of it. */
  async brought(query: string, file: Bytes, as = this.caseworker): Promise<ImportView> {
    const { status, body } = await this.sendFile<ImportView>(`reports/imports?${query}`, file, as);
    expect([status, body]).toEqual([202, expect.anything()]);
    return this.ended(body.id, as);
  }

  /** Column and code of what was wrong with the rows. */
  async errorsOf(id: string): Promise<string[]> {
    const path = `imports/${id}/errors?limit=200`;
    const { body } = await this.call<Page<ImportErrorView>>('GET', path);
    return body.items.map(({ column, code }) => `${column} ${code}`).sort();
  }

  sql<Row>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return withOwner(this.house.database.urls.owner, (manager) =>
      manager.query<Row[]>(text, parameters),
    );
  }

  /** How many reports, relatives and consents in force there are. */
  async counts(): Promise<Record<string, number> | undefined> {
    const [row] = await this.sql<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM reports WHERE state = 'open') AS reports,
              (SELECT count(*)::int FROM cases WHERE status = 'open') AS cases,
              (SELECT count(*)::int FROM contacts) AS contacts,
              (SELECT count(*)::int FROM consents WHERE withdrawn_at IS NULL) AS consents`,
    );
    return row;
  }

  /** The report whose circumstances begin with the name and a colon. */
  async reportNamed(name: string): Promise<ReportView> {
    const { body } = await this.call<Page<{ id: string }>>('GET', 'reports?limit=200');
    for (const { id } of body.items) {
      const report = (await this.call<ReportView>('GET', `reports/${id}`)).body;
      if (report.circumstances?.startsWith(`${name}:`)) return report;
    }
    throw new Error('There is no such report.');
  }
}
