import type { Seal } from '@athar/persistence';
import type { PackedItem } from './packed-evidence.js';

/** A pair by its table and its two records, which never change. */
export interface PairPlace {
  table: 'candidates' | 'duplicates' | 'entry_pairs';
  left: string;
  right: string;
}

/** What a pair's row has of its evidence: one of the two. */
export interface KeptEvidence {
  /** As it was kept before it was sealed. */
  evidence: PackedItem[] | null;
  sealed_evidence: Buffer | null;
}

export function sealEvidence(seal: Seal, pair: PairPlace, evidence: readonly PackedItem[]): Buffer {
  return seal.sealJson(placeOf(pair), evidence);
}

/** @throws SealBroken, KeyMissing */
export function openEvidence(seal: Seal, pair: PairPlace, kept: KeptEvidence): PackedItem[] {
  const { evidence, sealed_evidence: sealed } = kept;
  return sealed === null ? (evidence ?? []) : seal.openJson<PackedItem[]>(placeOf(pair), sealed);
}

function placeOf({ table, left, right }: PairPlace) {
  return { table, column: 'sealed_evidence', row: `${left}/${right}` };
}
