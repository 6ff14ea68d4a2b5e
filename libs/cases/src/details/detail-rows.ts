import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { DetailNotFound } from '../case-work-errors.js';
import { detailPlace, type DetailType, type DetailView, type NewDetail } from './case-detail.js';

export interface DetailRow {
  id: string;
  case_id: string;
  contact_id: string | null;
  record: Buffer;
  version: number;
  added_by: string;
  added_at: Date;
  updated_at: Date;
  kind?: string;
  status?: string;
}

/** Which detail of which case. */
export interface DetailAddress {
  organisationId: string;
  caseId: string;
  id: string;
}

/** The values of the columns that lie in the clear, and the sealed rest. */
export function splitDetail<Detail extends object>(
  type: DetailType<Detail>,
  seal: Seal,
  id: string,
  detail: NewDetail<Detail>,
): { clear: unknown[]; contactId: string | null; sealed: Buffer } {
  const { contactId, ...rest } = detail;
  const hidden = Object.entries(rest).filter(
    ([name]) => !type.columns.some((column) => column === name),
  );
  return {
    clear: type.columns.map((column) => detail[column]),
    contactId: contactId ?? null,
    sealed: seal.sealJson(detailPlace(type.table, id), Object.fromEntries(hidden)),
  };
}

/** One detail, held until commit where it is about to be changed. @throws DetailNotFound */
export async function findDetail<Detail extends object>(
  manager: EntityManager,
  type: DetailType<Detail>,
  { organisationId, caseId, id }: DetailAddress,
  hold: '' | 'FOR UPDATE' = '',
): Promise<DetailRow> {
  const [row] = await manager.query<DetailRow[]>(
    `SELECT * FROM ${type.table}
     WHERE organisation_id = $1 AND case_id IN (SELECT cases_made_one($2)) AND id = $3
       AND removed_at IS NULL ${hold}`,
    [organisationId, caseId, id],
  );
  if (!row) throw new DetailNotFound();
  return row;
}

export function toDetailView<Detail extends object>(
  type: DetailType<Detail>,
  seal: Seal,
  row: DetailRow,
): DetailView<Detail> {
  const clear = Object.fromEntries(type.columns.map((column) => [column, row[column]]));
  const sealed = seal.openJson<Detail>(detailPlace(type.table, row.id), row.record);
  return {
    ...sealed,
    ...clear,
    id: row.id,
    caseId: row.case_id,
    contactId: row.contact_id,
    version: row.version,
    addedBy: row.added_by,
    addedAt: row.added_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
