import { existsSync, readFileSync } from 'node:fs';
import type { Method } from './method.js';

/** Labelled pairs of names that are the project's own, from the project's folder. */
const FILE = 'test/accuracy/names.cases.tsv';

export interface Case {
  readonly left: string;
  readonly right: string;
  readonly match: boolean;
  readonly why: string;
}

export interface ScoredCase extends Case {
  readonly score: number;
}

/** Pairs called the same from the threshold on, against the labels. */
export interface Calling {
  readonly threshold: number;
  /** Share of the pairs called the same that are. */
  readonly precision: number;
  /** Share of the pairs that are the same that are called so. */
  readonly recall: number;
  readonly f1: number;
}

/** Reads the labelled pairs; none where the file is not there. */
export function readCases(): Case[] {
  if (!existsSync(FILE)) return [];
  const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [left = '', right = '', match = '', why = ''] = line.split('\t');
    return { left, right, match: match === 'yes', why };
  });
}

export function scoreCases(method: Method, cases: readonly Case[]): ScoredCase[] {
  return cases.map((each) => ({ ...each, score: method.pair(each.left, each.right) }));
}

/** The threshold that gives the best F1, with what it gives; of equals the highest. */
export function bestCalling(cases: readonly ScoredCase[]): Calling {
  const falling = cases.toSorted((a, b) => b.score - a.score);
  const same = cases.filter(({ match }) => match).length;
  let best: Calling = { threshold: Infinity, precision: 0, recall: 0, f1: 0 };
  let hits = 0;
  falling.forEach(({ score, match }, place) => {
    if (match) hits += 1;
    if (score === falling[place + 1]?.score) return;
    const [precision, recall] = [hits / (place + 1), hits / same];
    const f1 = (2 * hits) / (place + 1 + same);
    if (f1 > best.f1) best = { threshold: score, precision, recall, f1 };
  });
  return best;
}

/** The wrongly called pairs, the farthest from the threshold first. */
export function wrongCases(cases: readonly ScoredCase[], { threshold }: Calling): ScoredCase[] {
  return cases
    .filter(({ score, match }) => score >= threshold !== match)
    .sort((a, b) => Math.abs(b.score - threshold) - Math.abs(a.score - threshold));
}
