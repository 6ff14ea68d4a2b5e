import {
  comparePersons,
  estimateMatches,
  levelOf,
  MatchIndex,
  snapshotFrequencies,
  type EvidenceItem,
  type LearnedKind,
} from '@athar/matching';
import type { Noise } from '@athar/simulation';
import { populationOf, spread, type Population } from '../population.js';
import { knownKinds } from './known-kinds.js';

/** Populations of several kinds, so that no one setting of the simulator is learned. None of their seeds is measured on. */
const SETTINGS: readonly Partial<Noise>[] = [
  {},
  { ageBias: 2, ageDeviation: 9, entryPapers: 0.3, dateError: 0.12 },
  { birthError: 0.25, homeError: 0.2, entryPapers: 0.5, holderError: 0.25, moved: 0.6 },
];
const SIZE = { persons: 4000, registry: 1200 };
const ASKED = 700;
const CHANCE_PAIRS = 6000;
const CANDIDATES = 4;
const FIRST_SEED = 9001;

/** A pair whose truth is not looked at. */
export interface Unlabelled {
  /** Its posterior log2-odds under the weights as they are. */
  readonly bits: number;
  readonly known: readonly LearnedKind[];
  /** Levels with the bits that they have now. */
  readonly levels: ReadonlyMap<string, number>;
}

function levelsOf(evidence: readonly EvidenceItem[]): Map<string, number> {
  const levels = new Map<string, number>();
  for (const item of evidence) {
    const level = levelOf(item);
    if (level !== null) levels.set(level, item.centibits / 100);
  }
  return levels;
}

function pairOf({ reports, entries }: Population, report: number, entry: number) {
  const [left, right] = [reports[report], entries[entry]];
  return left === undefined || right === undefined ? null : { left, right };
}

function likelyPairs(population: Population): Unlabelled[] {
  const { reports, entries } = population;
  const frequencies = snapshotFrequencies([...reports, ...entries], 'training');
  const weights = estimateMatches(reports, entries, frequencies);
  const index = MatchIndex.build(entries, { ...weights, reports: reports.length });
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  return spread(reports.length, ASKED).flatMap((report) => {
    const record = reports[report];
    if (record === undefined) return [];
    return index
      .search(record, { limit: CANDIDATES })
      .flatMap(({ entryId, centibits, evidence }) => {
        const pair = pairOf(population, report, places.get(entryId) ?? -1);
        if (pair === null) return [];
        const known = knownKinds(pair.left, pair.right);
        return [{ bits: centibits / 100, known, levels: levelsOf(evidence) }];
      });
  });
}

function chancePairs(population: Population): Unlabelled[] {
  const { reports, entries } = population;
  return spread(reports.length * 7919, CHANCE_PAIRS).flatMap((number) => {
    const pair = pairOf(population, number % reports.length, (number * 31) % entries.length);
    if (pair === null) return [];
    const { evidence } = comparePersons(pair.left, pair.right);
    return [{ bits: 0, known: knownKinds(pair.left, pair.right), levels: levelsOf(evidence) }];
  });
}

/** Unlabelled pairs of all settings: such as are likely, and such as are drawn blindly. */
export function simulatedPairs(): { likely: Unlabelled[]; chance: Unlabelled[] } {
  const all = SETTINGS.map((noise, place) =>
    populationOf({ ...SIZE, seed: FIRST_SEED + place, noise }),
  );
  return { likely: all.flatMap(likelyPairs), chance: all.flatMap(chancePairs) };
}
