import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { LEARNED_KINDS } from '@athar/matching';
import type { Seen } from './counts.js';

/** Confirmed pairs from which on reviewers' decisions are learned from: a share is then good to a twentieth. */
export const ENOUGH_CONFIRMED = 200;

interface Row {
  pair: string;
  same: string;
  kind: string;
  level: string;
}

/**
 * Reads reviewers' decisions: a CSV of the columns `pair,same,kind,level`, one row for each kind of evidence that both
 * sides of a pair know. `pair` is any word for the pair, `same` is 1 where it was confirmed and 0 where it was rejected,
 * `kind` one of place, holder, birth, seen, arrest, and `level` the key of the weight (`holder.same`), empty where the
 * evidence said nothing. It holds no name.
 */
export function readDecisions(file: string): Seen[] {
  const rows = parse<Row>(readFileSync(file, 'utf8'), { columns: true, bom: true });
  const pairs = new Map<string, Row[]>();
  for (const row of rows) pairs.set(row.pair, [...(pairs.get(row.pair) ?? []), row]);
  return [...pairs.values()].map((own) => ({
    weight: own[0]?.same === '1' ? 1 : 0,
    known: LEARNED_KINDS.filter((kind) => own.some((row) => row.kind === kind)),
    levels: own.map(({ level }) => level).filter(Boolean),
  }));
}
