import { readFileSync, writeFileSync } from 'node:fs';
import { calibrationError, callingAt, recallOf } from './figures.js';
import { ofThreeParts } from './groups.js';
import { measure } from './measure.js';
import { populationOf } from './population.js';

/** What was reached when it was last written down, from the project's folder. */
const FILE = 'test/accuracy/persons.frozen.json';
/** Small enough for every run of the tests; of another seed than what weights are learned on. */
const POPULATION = { seed: 77, persons: 1000, registry: 700, noise: {} } as const;
const ASKED = 500;
const DIGITS = 1e4;

/** Shares in [0, 1]; more is better but for the two that are errors. */
export interface FrozenFigures {
  readonly r1: number;
  readonly r5: number;
  readonly falseAtNine: number;
  readonly recallAtNine: number;
  readonly calibrationError: number;
}

const round = (value: number) => Math.round(value * DIGITS) / DIGITS;

/** What is reached on the small population now; of true pairs those with three parts on both sides. */
export function measureFrozen(): FrozenFigures {
  const population = populationOf(POPULATION);
  const measured = measure(population, ASKED, population.pairs);
  const three = ofThreeParts(measured, population);
  const { r1, r5 } = recallOf(three);
  const { precision } = callingAt(0.9, measured.proposed, measured.found.length);
  const called = three.filter(({ probability }) => probability >= 0.9).length;
  return {
    r1: round(r1),
    r5: round(r5),
    falseAtNine: round(1 - precision),
    recallAtNine: round(called / three.length),
    calibrationError: round(calibrationError(measured.proposed)),
  };
}

export function readFrozen(): FrozenFigures {
  return JSON.parse(readFileSync(FILE, 'utf8')) as FrozenFigures;
}

/** Writes down what is reached now. */
export function freeze(): void {
  writeFileSync(FILE, `${JSON.stringify(measureFrozen(), null, 2)}\n`);
}
