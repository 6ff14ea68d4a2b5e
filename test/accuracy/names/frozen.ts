import { readFileSync, writeFileSync } from 'node:fs';
import { bestCalling, scoreCases, type Case } from './cases.js';
import type { NameSet } from './name-set.js';
import { ours } from './ours.js';
import { figuresOf, rankSet } from './ranks.js';

/** What was reached when it was last written down, from the project's folder. */
const FILE = 'test/accuracy/names.frozen.json';
/** Queries a set: few enough for every run of the tests. The same ones each time. */
export const FROZEN_QUERIES = 60;
const DIGITS = 1e4;

/** Figures of one set, or of the labelled pairs, as shares in [0, 1]. */
export type FrozenFigures = Readonly<Record<string, number>>;

export interface Frozen {
  readonly sets: Readonly<Record<string, FrozenFigures>>;
  readonly cases: FrozenFigures;
}

const round = (value: number) => Math.round(value * DIGITS) / DIGITS;

/** What this library reaches on the sample of one set. */
export function measureSet(set: NameSet): FrozenFigures {
  const { queries, r1, r5, r20, mrr } = figuresOf(rankSet(ours, set, FROZEN_QUERIES));
  return {
    queries,
    r1: round(r1.value),
    r5: round(r5.value),
    r20: round(r20.value),
    mrr: round(mrr.value),
  };
}

/** What this library reaches on the labelled pairs at its best threshold. */
export function measureCases(cases: readonly Case[]): FrozenFigures {
  const { precision, recall, f1 } = bestCalling(scoreCases(ours, cases));
  return { pairs: cases.length, precision: round(precision), recall: round(recall), f1: round(f1) };
}

export function readFrozen(): Frozen {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Frozen;
}

/** Writes down what is reached now, for later runs to be held to. */
export function freeze(sets: readonly NameSet[], cases: readonly Case[]): void {
  const frozen: Frozen = {
    sets: Object.fromEntries(sets.map((set) => [set.name, measureSet(set)])),
    cases: measureCases(cases),
  };
  writeFileSync(FILE, `${JSON.stringify(frozen, null, 2)}\n`);
}
