import type { Photograph } from './photograph.js';

/** Which photographs of a group are missing by their own count, and which numbers come twice. */
export interface SequenceReport {
  missing: number[];
  doubled: number[];
}

const MOST_MISSING = 100;

/** Looks at `{sequence}` of a group's photographs: 1, 2, 4, 4 lacks 3 and has 4 twice. */
export function sequenceOf(photographs: readonly Photograph[]): SequenceReport {
  const seen = new Map<number, number>();
  for (const { sequence } of photographs) {
    if (sequence !== undefined) seen.set(sequence, (seen.get(sequence) ?? 0) + 1);
  }
  const highest = Math.max(0, ...seen.keys());
  const missing: number[] = [];
  for (let one = 1; one < highest && missing.length < MOST_MISSING; one += 1) {
    if (!seen.has(one)) missing.push(one);
  }
  const doubled = [...seen].filter(([, count]) => count > 1).map(([sequence]) => sequence);
  return { missing, doubled: doubled.sort((a, b) => a - b) };
}
