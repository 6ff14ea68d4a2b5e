import type { EntryRecord } from '@athar/matching';
import type { CollectionKind, EntryDocument } from '@athar/registry';
import { toEntryRecord } from '../matching/entry-record.js';

/** Which side of a pair of entries a collection is on; entries of one side are never paired. */
export type EntrySide = 'photographs' | 'documents';

const sides: Readonly<Partial<Record<CollectionKind, EntrySide>>> = {
  photo_archive: 'photographs',
  hospital_list: 'documents',
  court_register: 'documents',
  civil_records: 'documents',
};

/** The side of a collection's entries; undefined where they are paired with none. */
export function entrySideOf(kind: CollectionKind): EntrySide | undefined {
  return sides[kind];
}

/**
 * What is compared of an entry with another. A number means something beside the branch that gave it:
 * that of a civil register is no prisoner's. A stated cause is no field of matching at all.
 */
export function toLinkRecord(id: string, document: EntryDocument): EntryRecord {
  const record = toEntryRecord(id, document);
  if (record.branch !== undefined) return record;
  return { ...record, detaineeNumber: undefined, otherNumbers: undefined };
}
