import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

/** Name of the TypeORM data source that carries the matcher's role; the unnamed one is the app's. */
export const MATCHER = 'matcher';

/** The only ways into the database: each opens one transaction, with one role and one view. */
@Injectable()
export class Database {
  constructor(
    @Inject(getDataSourceToken()) private readonly app: DataSource,
    @Inject(getDataSourceToken(MATCHER)) private readonly matcher: DataSource,
  ) {}

  /**
   * Runs `work` in one transaction that sees and writes the rows of one organisation only. The
   * setting is local to the transaction: it cannot leak to the pool's next borrower.
   */
  inOrganisation<T>(
    organisationId: string,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.app.transaction(async (manager) => {
      await manager.query(`SELECT set_config('athar.organisation_id', $1, true)`, [organisationId]);
      return work(manager);
    });
  }

  /** Runs `work` in one transaction of the matcher: reads across organisations, writes candidates. */
  asMatcher<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.matcher.transaction(work);
  }

  /**
   * Calls one of the narrow functions that may look before the organisation is known (who is this
   * member, what is unfinished). Tables are out of reach here: row-level security shows no row.
   */
  beforeOrganisation<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.app.query<Row[]>(sql, parameters);
  }
}
