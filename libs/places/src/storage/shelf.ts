import type { EntityManager } from 'typeorm';
import { InvalidCursor, type Page, type PageRequest } from '@athar/persistence';
import type { Named } from '../gazetteer.js';
import type { Kept } from './rows.js';
import type { Subject } from './subject.js';

/** Equal values that a list is filtered by, by column; undefined asks for all. */
export type Filter = Readonly<Record<string, string | undefined>>;

/** One of the two tables, in the transaction of the caller. */
export class Shelf<Thing extends Named, View extends Thing & Kept, Row> {
  constructor(
    private readonly subject: Subject<Thing, View, Row>,
    private readonly manager: EntityManager,
  ) {}

  /** One of them. @param lock keeps others from changing it until the transaction ends. */
  async read(code: string, lock = false): Promise<View> {
    const { table, view, notFound } = this.subject;
    const [row] = await this.manager.query<Row[]>(
      `SELECT * FROM ${table} WHERE code = $1 ${lock ? 'FOR NO KEY UPDATE' : ''}`,
      [code],
    );
    if (row === undefined) throw notFound();
    return view(row);
  }

  async all(): Promise<View[]> {
    const { table, view } = this.subject;
    const rows = await this.manager.query<Row[]>(`SELECT * FROM ${table} ORDER BY code`);
    return rows.map(view);
  }

  /** A page in the order of codes. @throws InvalidCursor */
  async page(filter: Filter, request: PageRequest): Promise<Page<View>> {
    const { table, view } = this.subject;
    const limit = Math.min(200, Math.max(1, Math.trunc(request.limit ?? 50)));
    const given = Object.entries(filter).filter(([, value]) => value !== undefined);
    const conditions = given.map(([column], at) => `${column} = $${at + 3}`);
    const rows = await this.manager.query<Row[]>(
      `SELECT * FROM ${table} WHERE ${['code > $1', ...conditions].join(' AND ')}
       ORDER BY code LIMIT $2`,
      [codeOf(request.cursor), limit + 1, ...given.map(([, value]) => value)],
    );
    const items = rows.slice(0, limit).map(view);
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? Buffer.from(last.code).toString('base64url') : null };
  }

  /** Adds those whose codes are not there yet. @returns how many were added. */
  async add(things: readonly Thing[]): Promise<number> {
    if (things.length === 0) return 0;
    const { table, columns, values } = this.subject;
    let added = 0;
    for (const thing of things) {
      const places = columns.map((_, at) => `$${at + 1}`);
      const rows = await this.manager.query<unknown[]>(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})
         ON CONFLICT (code) DO NOTHING RETURNING 1`,
        values(thing),
      );
      added += rows.length;
    }
    return added;
  }

  /** Puts `after` in the place of `before`, which is kept beside. @returns what stands there now. */
  async replace(memberId: string, before: View, after: Thing): Promise<View> {
    const { name, table, columns, values } = this.subject;
    await this.manager.query(
      `INSERT INTO gazetteer_versions (subject, code, version, record, replaced_by)
       VALUES ($1, $2, $3, $4, $5)`,
      [name, before.code, before.version, JSON.stringify(before), memberId],
    );
    const settings = columns.map((column, at) => `${column} = $${at + 1}`);
    await this.manager.query(
      `UPDATE ${table} SET ${settings.join(', ')}, version = version + 1, updated_at = now()
       WHERE code = $1`,
      values({ ...after, code: before.code }),
    );
    return this.read(before.code);
  }
}

/** The code after which a page begins; before all codes without a cursor. */
function codeOf(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  const code = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^[A-Za-z0-9-]{1,40}$/u.test(code)) throw new InvalidCursor();
  return code;
}
