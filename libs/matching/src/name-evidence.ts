import {
  compareNames,
  type AlignedPart,
  type NameComparison,
  type NameFrequencies,
  type ParsedName,
} from '@athar/arabic-names';
import { item, type EvidenceItem } from './evidence.js';
import { bestForms, motherBits, sameByName, triesBits, type BestForms } from './name-forms.js';
import type { PreparedRecord } from './prepare.js';
import { WEIGHTS } from './weights.js';

type Compare = (a: ParsedName, b: ParsedName) => NameComparison;

function partItem(part: AlignedPart, best: BestForms<NameComparison>): EvidenceItem[] {
  const role = part.leftRole ?? part.rightRole;
  return item('name', part.code, part.centibits / 100, {
    role,
    left: part.left,
    right: part.right,
    score: Math.round(part.score * 100),
    leftName: best.left,
    rightName: best.right,
  });
}

function wholeNames(best: BestForms<NameComparison>): EvidenceItem[] {
  return [
    ...best.comparison.alignment.flatMap((part) => partItem(part, best)),
    ...item('name', 'relatives', best.kinship),
    ...item('name', 'several-forms', triesBits(best)),
  ];
}

function byNames(left: PreparedRecord, right: PreparedRecord, compare: Compare): EvidenceItem[] {
  const best = bestForms(left.knownAs, right.knownAs, compare);
  if (!sameByName(best)) return [];
  return item('name', 'known-as', WEIGHTS.name.knownAs, { left: best.left, right: best.right });
}

function mothers(left: PreparedRecord, right: PreparedRecord, compare: Compare): EvidenceItem[] {
  if (left.mother === null || right.mother === null) return [];
  const comparison = compare(left.mother, right.mother);
  const bits = motherBits(comparison);
  return item('mother_name', bits > 0 ? 'agrees' : 'differs', bits, {
    score: Math.round(comparison.score * 100),
  });
}

/** Evidence of the names: part by part, then what relatives share, by-names, and the mother's name. */
export function nameEvidence(
  left: PreparedRecord,
  right: PreparedRecord,
  frequencies: NameFrequencies,
): EvidenceItem[] {
  const compare: Compare = (a, b) => compareNames(a, b, frequencies);
  const best = bestForms(left.names, right.names, compare);
  return [
    ...(best === null ? [] : wholeNames(best)),
    ...byNames(left, right, compare),
    ...mothers(left, right, compare),
  ];
}
