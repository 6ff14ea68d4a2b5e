import { percent, table } from '../names/table.js';
import {
  calibrationError,
  callingAt,
  pairsToRead,
  recallOf,
  reliabilityOf,
  type Recall,
} from './figures.js';
import { groupsOf, ofThreeParts } from './groups.js';
import type { Measured } from './measure.js';
import type { PeerResult } from './peers.js';
import type { Population } from './population.js';

const THRESHOLDS = [0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99];

const say = (text: string) => process.stdout.write(`${text}\n`);
const shares = ({ r1, r5, r20 }: Recall) => [r1, r5, r20].map(percent);

/** Recall of the true entry, all and by group. */
export function printRecall(measured: Measured, population: Population): void {
  const all = { name: 'all', found: measured.found };
  const three = { name: '3 parts on both sides', found: ofThreeParts(measured, population) };
  const rows = [all, three, ...groupsOf(measured, population)].map(({ name, found }) => {
    const recall = recallOf(found);
    return [name, String(recall.pairs), ...shares(recall)];
  });
  say(table([['true pairs', 'count', 'first', 'in 5', 'in 20'], ...rows]));
}

/** Precision and recall over thresholds; recall also of the pairs with three parts on both sides. */
export function printCallings(measured: Measured, population: Population): void {
  const three = ofThreeParts(measured, population);
  const rows = THRESHOLDS.map((threshold) => {
    const { called, precision, recall } = callingAt(
      threshold,
      measured.proposed,
      measured.found.length,
    );
    const ofThree = three.filter(({ probability }) => probability >= threshold).length;
    return [
      threshold.toFixed(2),
      String(called),
      ...[precision, recall, ofThree / Math.max(1, three.length)].map(percent),
    ];
  });
  say('');
  say(table([['called at', 'pairs', 'true', 'of all true', 'of those with 3 parts'], ...rows]));
}

/** The reliability table and what it comes to. */
export function printCalibration(measured: Measured): void {
  const rows = reliabilityOf(measured.proposed).map(({ from, pairs, said, is }) => [
    `${from.toFixed(1)}-${(from + 0.1).toFixed(1)}`,
    String(pairs),
    percent(said),
    percent(is),
  ]);
  say('');
  say(table([['probability', 'pairs', 'said, %', 'true, %'], ...rows]));
  say(`\ncalibration error above 0.1: ${calibrationError(measured.proposed).toFixed(4)}`);
  say(`pairs to read for 95 % of the true ones: ${pairsToRead(measured, 0.95)}`);
  say(`pairs to read for 80 % of the true ones: ${pairsToRead(measured, 0.8)}`);
}

/** Other methods on pairs with three parts on both sides. */
export function printPeers(results: readonly PeerResult[]): void {
  const rows = results.map(({ method, recall }) => [
    method,
    String(recall.pairs),
    ...shares(recall),
  ]);
  say('');
  say(table([['method', 'pairs', 'first', 'in 5', 'in 20'], ...rows]));
}
