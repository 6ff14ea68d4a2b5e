import type { Band } from '@athar/matching';
import { next } from '../transitions.js';
import type { MatchState } from '../words.js';
import type { PackedItem } from './packed-evidence.js';

/** What a search found of one pair. */
export interface WeighedPair {
  entryId: string;
  centibits: number;
  probability: number;
  band: Band;
  evidence: PackedItem[];
  /** Digest of the entry as it was compared. */
  entryMaterial: Buffer;
}

/** What is stored of one pair. */
export interface StoredPair {
  id: string;
  entryId: string;
  state: MatchState;
  aboveFloor: boolean;
  centibits: number;
  modelVersion: string;
  reportFingerprint: Buffer;
  entryMaterial: Buffer;
}

/** Both sides of a report's pairs as they are now. */
export interface CurrentSides {
  modelVersion: string;
  reportFingerprint: Buffer;
  /** Undefined: the entry may not be matched (any more). */
  materialOf: (entryId: string) => Buffer | undefined;
}

export type PairChange =
  | { kind: 'propose'; pair: WeighedPair }
  /** New evidence; the round goes on. */
  | { kind: 'reweigh'; id: string; pair: WeighedPair }
  /** Judged before on other material: a new round begins. */
  | { kind: 'renew'; id: string; pair: WeighedPair }
  /** Leaves the queue; what was judged once of it must be judged anew when it comes back. */
  | { kind: 'lower'; id: string; newRound: boolean };

/**
 * What has to change so that the stored pairs of a report agree with what a search found.
 *
 * @param stored the report's pairs among the entries that were searched.
 * @param found at most one pair an entry, all above the floor.
 */
export function planChanges(
  stored: readonly StoredPair[],
  found: readonly WeighedPair[],
  current: CurrentSides,
): PairChange[] {
  const byEntry = new Map(stored.map((pair) => [pair.entryId, pair]));
  const entries = new Set(found.map(({ entryId }) => entryId));
  return [
    ...found.flatMap((pair) => changeOfFound(byEntry.get(pair.entryId), pair, current)),
    ...stored.flatMap((pair) => (entries.has(pair.entryId) ? [] : changeOfLost(pair, current))),
  ];
}

/** True where neither side changed since the pair was last weighed. */
export function sameMaterial(
  stored: Pick<StoredPair, 'entryId' | 'reportFingerprint' | 'entryMaterial'>,
  { reportFingerprint, materialOf }: Pick<CurrentSides, 'reportFingerprint' | 'materialOf'>,
): boolean {
  const material = materialOf(stored.entryId);
  if (material === undefined) return false;
  return (
    stored.reportFingerprint.equals(reportFingerprint) && stored.entryMaterial.equals(material)
  );
}

function changeOfFound(
  stored: StoredPair | undefined,
  pair: WeighedPair,
  current: CurrentSides,
): PairChange[] {
  if (stored === undefined) return [{ kind: 'propose', pair }];
  const { id, state } = stored;
  // The entry as it was compared: the registry may have moved on since the search.
  const { reportFingerprint } = current;
  const same = sameMaterial(stored, { reportFingerprint, materialOf: () => pair.entryMaterial });
  if (!same && next(state, 'material_changed')) return [{ kind: 'renew', id, pair }];
  if (state !== 'proposed' && state !== 'judged_once') return [];
  const asStored =
    same &&
    stored.aboveFloor &&
    stored.centibits === pair.centibits &&
    stored.modelVersion === current.modelVersion;
  return asStored ? [] : [{ kind: 'reweigh', id, pair }];
}

function changeOfLost(stored: StoredPair, current: CurrentSides): PairChange[] {
  const { id, state, aboveFloor } = stored;
  if (!aboveFloor) return [];
  if (state === 'proposed') return [{ kind: 'lower', id, newRound: false }];
  // A judgement begun on the same two records is finished, whatever a newer model thinks of them.
  const begunOnOther = state === 'judged_once' && !sameMaterial(stored, current);
  return begunOnOther ? [{ kind: 'lower', id, newRound: true }] : [];
}
