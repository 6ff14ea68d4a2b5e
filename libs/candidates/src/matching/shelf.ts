import { FLOOR, band, type Candidate, type MatchIndex, type ReportRecord } from '@athar/matching';
import { comparedNameParts, packEvidence } from './packed-evidence.js';
import type { WeighedPair } from './plan-changes.js';

/** More than anyone would judge for one report; what is decided already takes none of these places. */
const PAIRS_A_REPORT = 50;

/** Entries that can be searched, with the state of the registry that they stand for. */
export interface Shelf {
  /** A report searched here is matched against everything up to this revision. */
  readonly revision: bigint;
  /** Version of everything that makes a score, see `modelOf`. */
  readonly model: string;
  readonly index: MatchIndex;
  /** Digest of what matching looks at, for every entry of the index. */
  readonly materials: ReadonlyMap<string, Buffer>;
}

/** True where as many pairs were found as are kept of a report. */
export function isFull(found: readonly WeighedPair[]): boolean {
  return found.length >= PAIRS_A_REPORT;
}

/** The pairs of one report above the floor, best first. */
export function searchShelf(
  shelf: Shelf,
  report: ReportRecord,
  exclude: ReadonlySet<string>,
): WeighedPair[] {
  const options = { limit: PAIRS_A_REPORT, minProbability: FLOOR, exclude };
  return shelf.index
    .search(report, options)
    .map((candidate) => weighed(candidate, shelf.materials.get(candidate.entryId)));
}

function weighed(candidate: Candidate, entryMaterial: Buffer | undefined): WeighedPair {
  if (!entryMaterial) throw new Error('An entry was found whose material is not known.');
  const { entryId, centibits, probability, evidence } = candidate;
  return {
    entryId,
    centibits,
    probability,
    band: band(centibits, comparedNameParts(evidence)),
    evidence: packEvidence(evidence),
    entryMaterial,
  };
}
