import { FLOOR, band, type MatchIndex, type MatchRecord } from '@athar/matching';
import { comparedNameParts, packEvidence } from '../matching/packed-evidence.js';
import {
  planChanges,
  sameMaterial,
  type PairChange,
  type StoredPair,
  type WeighedPair,
} from '../matching/plan-changes.js';

/** More than anyone would judge for one record; what is decided already takes none of these places. */
const PAIRS_A_RECORD = 50;

/** One record as its pairs with others are looked for. */
export interface Self {
  id: string;
  material: Buffer;
  record: MatchRecord;
}

/** What can be compared with a record. */
export interface Others {
  index: MatchIndex;
  /** Version of everything that makes a score. */
  model: string;
  /** Digest of another record; undefined where it may not be compared. */
  materialOf: (id: string) => Buffer | undefined;
}

/**
 * The pairs of a record above the floor, best first.
 *
 * @param stored its pairs so far: confirmed ones and those decided on the same two records are left out.
 */
export function searchOthers(
  self: Self,
  others: Others,
  stored: readonly StoredPair[],
  apart: Iterable<string> = [],
): WeighedPair[] {
  const sides = { reportFingerprint: self.material, materialOf: others.materialOf };
  const settled = stored.filter(
    (pair) => pair.state === 'confirmed' || (isSettled(pair) && sameMaterial(pair, sides)),
  );
  const exclude = new Set([self.id, ...settled.map(({ entryId }) => entryId), ...apart]);
  const options = { limit: PAIRS_A_RECORD, minProbability: FLOOR, exclude };
  return others.index.search(self.record, options).flatMap((found): WeighedPair[] => {
    const { entryId, centibits, probability, evidence } = found;
    const entryMaterial = others.materialOf(entryId);
    if (!entryMaterial) return [];
    const strength = band(centibits, comparedNameParts(evidence));
    const packed = packEvidence(evidence);
    return [{ entryId, centibits, probability, band: strength, evidence: packed, entryMaterial }];
  });
}

/**
 * What has to change so that a record's stored pairs agree with what was found. Where more fit than
 * are kept, one that was not found may fit still and is left alone.
 */
export function planOthers(
  self: Self,
  others: Others,
  stored: readonly StoredPair[],
  found: readonly WeighedPair[],
): PairChange[] {
  const { materialOf, model: modelVersion } = others;
  const ids = new Set(found.map(({ entryId }) => entryId));
  const isFull = found.length >= PAIRS_A_RECORD;
  const known = stored.filter(
    ({ entryId }) => !isFull || ids.has(entryId) || materialOf(entryId) === undefined,
  );
  return planChanges(known, found, { modelVersion, reportFingerprint: self.material, materialOf });
}

function isSettled({ state }: StoredPair): boolean {
  return state === 'rejected' || state === 'needs_information';
}
