/**
 * Learns the weights of circumstances and writes them to libs/matching/src/learned.json: by expectation and maximisation
 * (Fellegi and Sunter 1969, Winkler 1988) over unlabelled pairs of simulated populations, or by reviewers' decisions
 * where there are enough.
 * Usage: npm run train:persons -- [--decisions FILE] [--dry-run]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { BadOption, optionsOf, orRefuse } from '../../../support/measuring-options.js';
import { table } from '../../names/table.js';
import { bitsOf, inOrder, LevelCounts, type Seen } from './counts.js';
import { ENOUGH_CONFIRMED, readDecisions } from './decisions.js';
import { simulatedPairs, type Unlabelled } from './simulated.js';

const FILE = 'libs/matching/src/learned.json';
const ROUNDS = 6;

const options = orRefuse(() =>
  optionsOf({ decisions: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } }),
);

orRefuse(() => {
  const { decisions } = options;
  if (decisions === undefined || existsSync(decisions)) return;
  throw new BadOption(`--decisions: there is no file ${decisions}.`);
});

/** A pair's posterior under new weights: its sum with what they change. */
function seenUnder(pair: Unlabelled, bits: ReadonlyMap<string, number>): Seen {
  let sum = pair.bits;
  for (const [level, before] of pair.levels) sum += (bits.get(level) ?? before) - before;
  return {
    weight: 1 / (1 + 2 ** -sum),
    known: pair.known,
    levels: [...pair.levels.keys()],
  };
}

function bitsFrom(same: LevelCounts, chance: LevelCounts): Map<string, number> {
  const bits = new Map(chance.all.map((level) => [level, bitsOf(level, same, chance)]));
  return inOrder(bits, same, chance);
}

function learn(likely: readonly Unlabelled[], chance: LevelCounts): Map<string, number> {
  let bits = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = bits;
    const same = new LevelCounts(likely.map((pair) => seenUnder(pair, known)));
    bits = bitsFrom(same, chance);
  }
  return bits;
}

const confirmed = (options.decisions === undefined ? [] : readDecisions(options.decisions)).filter(
  ({ weight }) => weight === 1,
);
orRefuse(() => {
  if (options.decisions === undefined || confirmed.length >= ENOUGH_CONFIRMED) return;
  throw new BadOption(
    `--decisions: ${confirmed.length} confirmed pairs are too few to learn from, ${ENOUGH_CONFIRMED} are needed. Nothing was written.`,
  );
});

const pairs = simulatedPairs();
const chance = new LevelCounts(
  pairs.chance.map((pair) => ({ ...seenUnder(pair, new Map()), weight: 1 })),
);
const decided = confirmed.length >= ENOUGH_CONFIRMED;
const same = new LevelCounts(confirmed);
const bits = decided ? bitsFrom(same, chance) : learn(pairs.likely, chance);
// A level that none of these pairs has keeps its weight: all of them are asked for.
const before = JSON.parse(readFileSync(FILE, 'utf8')) as { bits: Record<string, number> };
const sorted = Object.entries({ ...before.bits, ...Object.fromEntries(bits) }).sort(([a], [b]) =>
  a < b ? -1 : 1,
);
process.stdout.write(
  `${table([['level', 'bits'], ...sorted.map(([level, value]) => [level, value.toFixed(2)])])}\n`,
);
if (!options['dry-run']) {
  const from = decided
    ? "reviewers' decisions"
    : 'simulated populations of three noise settings, by EM';
  const learned = {
    learnedFrom: from,
    pairs: decided ? confirmed.length : pairs.likely.length,
    bits: Object.fromEntries(sorted),
  };
  writeFileSync(FILE, `${JSON.stringify(learned, null, 2)}\n`);
}
