import { startCandidates, type CandidatesApp, type Office } from './candidates-app.js';

export const shahin = { given: 'شاهين', father: 'قمر', family: 'الظريفاني', mother: 'بدرية' };

interface PairRow {
  id: string;
  entry_id: string;
  state: string;
  round: number;
  version: number;
  above_floor: boolean;
  evidence: unknown;
  sealed_evidence: Buffer;
}

let count = 0;

/** A source id that no other row has. */
export const newId = () => `row-${(count += 1)}`;

/** A row of a file whose names are those of `shahin`. */
export const row = (id: string, mother = 'بدرية') => `${id},شاهين,قمر,الظريفاني,${mother}`;

/** A row whose names are nothing like them. */
export const otherRow = () => `${newId()},ليان,صقر,العنابي,`;

/** An organisation and the collection that its entries come into. */
export class MatchingOffice {
  private constructor(
    readonly app: CandidatesApp,
    readonly office: Office,
    private collectionId: string,
  ) {}

  static async start(): Promise<MatchingOffice> {
    const app = await startCandidates();
    const office = await app.office();
    return new MatchingOffice(app, office, await app.collection(office.third));
  }

  get collection(): string {
    return this.collectionId;
  }

  report = () => this.app.report(this.office.caseworker, { names: shahin });

  entries = (...rows: string[]) => this.app.entries(this.office.third, this.collectionId, ...rows);

  match = (reportId: string) =>
    this.app.matching.matchReport(this.office.organisationId, reportId, 1);

  pairsOf = (reportId: string) =>
    this.app.ask<PairRow>('SELECT * FROM candidates WHERE report_id = $1 ORDER BY id', [reportId]);

  /** A report with its pairs, over a registry of these rows alone. */
  async matchedReport(...rows: string[]) {
    await this.app.retire(this.office.third, this.collectionId);
    this.collectionId = await this.app.collection(this.office.third);
    const imported = await this.entries(...rows);
    const place = await this.report();
    const match = () => this.match(place.reportId);
    await match();
    return { ...place, ...imported, match };
  }

  withdrawAll = () => this.app.ask(`UPDATE reports SET state = 'withdrawn'`);
}
