import type { Place, Seal } from '@athar/persistence';
import type { HandLabel, PhotoTitle, Photograph } from '@athar/photo-titles';

/**
 * What is sealed of a photograph. The photographer's first name stands here for stewards, and goes
 * nowhere else.
 */
export interface PhotographRecord {
  /** As the manifest names it. */
  title: string;
  folder?: string;
  says: PhotoTitle;
  photographer?: string;
}

/** A photograph as the database gives it. */
export interface PhotographRow {
  id: string;
  number_key: Buffer;
  content: Buffer;
  record: Buffer;
  version: number;
  import_id: string;
  group_id: string | null;
  label_id: string | null;
  label_kind: HandLabel['kind'] | null;
}

export const photographColumns = `p.id, p.number_key, p.content, p.record, p.version, p.import_id,
  p.group_id, p.label_id, p.label_kind`;

/** Where a photograph's record is sealed; its earlier versions too. */
export function photographPlace(id: string): Place {
  return { table: 'photographs', column: 'record', row: id };
}

/** How an entry refers to a photograph. */
export function imageOf(photographId: string): string {
  return `photograph:${photographId}`;
}

/** @throws SealBroken, KeyMissing */
export function openPhotograph(
  seal: Seal,
  row: Pick<PhotographRow, 'id' | 'record'>,
): PhotographRecord {
  return seal.openJson<PhotographRecord>(photographPlace(row.id), row.record);
}

/** A stored photograph, opened, as grouping takes it. */
export interface KnownPhotograph extends Photograph {
  groupId: string | null;
  /** The group whose id a group of this photograph may go on with: `groupId` unless told otherwise. */
  heldIn: string | null;
  hospital?: string;
}

/** @param assumedBranch of photographs whose titles tell none. */
export function knownPhotograph(
  says: PhotoTitle,
  row: Pick<PhotographRow, 'id' | 'group_id' | 'label_id' | 'label_kind'>,
  assumedBranch: string | null,
): KnownPhotograph {
  const { label_id: labelId, label_kind: kind } = row;
  const branch = says.branch ?? assumedBranch ?? undefined;
  return {
    ...says,
    id: row.id,
    groupId: row.group_id,
    heldIn: row.group_id,
    ...(branch === undefined ? {} : { branch }),
    ...(labelId === null || kind === null ? {} : { label: { id: labelId, kind } }),
  };
}
