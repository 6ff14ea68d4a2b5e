import type { Calling, ScoredCase } from './cases.js';
import type { Estimate } from './confidence.js';
import type { NameSet } from './name-set.js';
import type { Figures, Ranked } from './ranks.js';
import { percent, table } from './table.js';

const WORST = 12;
/** Letters of a list of spellings that are shown. */
const WIDEST = 60;

/** What one method reached on one set. */
export interface SetResult {
  readonly set: NameSet;
  readonly method: string;
  readonly figures: Figures;
}

/** What one method reached on the labelled pairs. */
export interface CaseResult {
  readonly method: string;
  readonly calling: Calling;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const shorten = (text: string) => (text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text);
const cell = ({ value, low, high }: Estimate) =>
  `${percent(value)} (${percent(low)}-${percent(high)})`;

/** Every set under every method, percent with 95 % intervals. */
export function printSets(results: readonly SetResult[]): void {
  const head = ['set', 'spelling', 'asked', 'pool', 'method', 'R@1', 'R@5', 'R@20', 'MRR'];
  const rows = results.map(({ set, method, figures: { queries, r1, r5, r20, mrr } }) => [
    set.name,
    set.tradition,
    String(queries),
    String(set.pool.length),
    method,
    ...[r1, r5, r20, mrr].map(cell),
  ]);
  say(table([head, ...rows]));
}

/** The queries whose true spellings stand lowest. */
export function printMisses(set: NameSet, ranked: readonly Ranked[]): void {
  const missed = ranked.filter(({ rank }) => rank > 1).sort((a, b) => b.rank - a.rank);
  say(`\n${set.name}: ${missed.length} of ${ranked.length} not first; the worst\n`);
  const rows = missed
    .slice(0, WORST)
    .map(({ query, rank, got }) => [
      query.name,
      shorten([...query.wanted].map((place) => set.pool[place] ?? '').join(', ')),
      set.pool[got] ?? '',
      String(rank),
    ]);
  say(table([['name', 'wanted', 'got', 'rank'], ...rows]));
}

/** The labelled pairs under every method, each at its own best threshold. */
export function printCases(count: number, results: readonly CaseResult[]): void {
  say(`\n${count} labelled pairs, each method at its best threshold\n`);
  const rows = results.map(({ method, calling: { f1, precision, recall, threshold } }) => [
    method,
    ...[f1, precision, recall].map(percent),
    threshold.toFixed(3),
  ]);
  say(table([['method', 'best F1', 'precision', 'recall', 'threshold'], ...rows]));
}

/** The labelled pairs that were called wrongly. */
export function printErrors(wrong: readonly ScoredCase[]): void {
  say(`\nlabelled pairs: ${wrong.length} called wrongly; the worst\n`);
  const rows = wrong
    .slice(0, 3 * WORST)
    .map(({ left, right, match, score, why }) => [
      left,
      right,
      match ? 'same' : 'not the same',
      score.toFixed(3),
      why,
    ]);
  say(table([['left', 'right', 'truly', 'score', 'why'], ...rows]));
}
