import { BANDS, type Band } from '@athar/matching';
import { next } from '../transitions.js';
import { isDecided, type LeavingReason, type MatchState } from '../words.js';
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
  /** Somebody was shown its evidence in the present round. */
  opened: boolean;
  centibits: number;
  /** Left out where nobody counts what moved. */
  band?: Band;
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
  /** As many pairs were found as are kept, so that others may fit too. */
  full?: boolean;
}

export type PairChange =
  | { kind: 'propose'; pair: WeighedPair }
  /**
   * New evidence; the round goes on. `comes`: into the queue, where it was not. `moved`: 1 where it lies
   * in a stronger band of the queue than before, -1 in a weaker one.
   */
  | { kind: 'reweigh'; id: string; comes: boolean; moved: -1 | 0 | 1; pair: WeighedPair }
  /** Judged before on other material: a new round begins. */
  | { kind: 'renew'; id: string; comes: boolean; pair: WeighedPair }
  /** Leaves the queue; what was judged once of it must be judged anew when it comes back. */
  | { kind: 'lower'; id: string; because: LeavingReason; newRound: boolean };

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
  const { id, state, aboveFloor } = stored;
  const comes = !aboveFloor || isDecided(state);
  // The entry as it was compared: the registry may have moved on since the search.
  const { reportFingerprint } = current;
  const same = sameMaterial(stored, { reportFingerprint, materialOf: () => pair.entryMaterial });
  if (!same && next(state, 'material_changed')) return [{ kind: 'renew', id, comes, pair }];
  if (isDecided(state)) return [];
  const asStored =
    same &&
    aboveFloor &&
    stored.centibits === pair.centibits &&
    stored.modelVersion === current.modelVersion;
  return asStored ? [] : [{ kind: 'reweigh', id, comes, moved: movedTo(stored, pair), pair }];
}

function movedTo({ band, aboveFloor }: StoredPair, now: WeighedPair): -1 | 0 | 1 {
  if (!aboveFloor || band === undefined) return 0;
  const steps = BANDS.indexOf(now.band) - BANDS.indexOf(band);
  return steps === 0 ? 0 : steps > 0 ? 1 : -1;
}

function changeOfLost(stored: StoredPair, current: CurrentSides): PairChange[] {
  const { id, state, aboveFloor, opened } = stored;
  if (!aboveFloor || isDecided(state)) return [];
  const newRound = state === 'judged_once';
  // What was begun on the same two records is finished, whatever a newer model thinks of them.
  if ((opened || newRound) && sameMaterial(stored, current)) return [];
  return [{ kind: 'lower', id, because: whyLost(stored, current), newRound }];
}

function whyLost(stored: StoredPair, current: CurrentSides): LeavingReason {
  if (current.materialOf(stored.entryId) === undefined) return 'record_closed';
  if (!sameMaterial(stored, current)) return 'record_changed';
  return current.full === true ? 'crowded_out' : 'below_floor';
}
