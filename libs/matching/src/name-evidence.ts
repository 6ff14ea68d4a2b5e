import {
  compareNames,
  type AlignedPart,
  type NameComparison,
  type NameFrequencies,
  type ParsedName,
} from '@athar/arabic-names';
import { item, type EvidenceItem } from './evidence.js';
import { kinshipBits } from './kinship.js';
import type { PreparedRecord } from './prepare.js';
import { WEIGHTS } from './weights.js';

interface Best {
  readonly comparison: NameComparison;
  readonly left: number;
  readonly right: number;
  readonly bits: number;
  readonly tried: number;
}

/** The pair of forms of two names that agrees best, relatives weighed in. */
function bestOf(
  left: readonly ParsedName[],
  right: readonly ParsedName[],
  frequencies: NameFrequencies,
): Best | null {
  let best: Best | null = null;
  left.forEach((a, i) => {
    right.forEach((b, j) => {
      const comparison = compareNames(a, b, frequencies);
      const bits = comparison.centibits / 100 + kinshipBits(comparison.alignment);
      if (best === null || bits > (best as Best).bits) {
        best = { comparison, left: i, right: j, bits, tried: left.length * right.length };
      }
    });
  });
  return best;
}

function partItem(part: AlignedPart, best: Best): EvidenceItem[] {
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

function byNames(left: PreparedRecord, right: PreparedRecord, frequencies: NameFrequencies) {
  const best = bestOf(left.knownAs, right.knownAs, frequencies);
  if (best === null || best.comparison.score < 0.85) return [];
  return item('name', 'known-as', WEIGHTS.name.knownAs, { left: best.left, right: best.right });
}

function motherEvidence(
  a: ParsedName,
  b: ParsedName,
  frequencies: NameFrequencies,
): EvidenceItem[] {
  const { centibits, score } = compareNames(a, b, frequencies);
  const { most, differs } = WEIGHTS.motherName;
  const bits = Math.max(differs, Math.min(most, centibits / 100));
  return item('mother_name', bits > 0 ? 'agrees' : 'differs', bits, {
    score: Math.round(score * 100),
  });
}

/** Evidence of the names: part by part, then what relatives share, by-names, and the mother's name. */
export function nameEvidence(
  left: PreparedRecord,
  right: PreparedRecord,
  frequencies: NameFrequencies,
): EvidenceItem[] {
  const best = bestOf(left.names, right.names, frequencies);
  const items: EvidenceItem[] = [];
  if (best !== null) {
    for (const part of best.comparison.alignment) items.push(...partItem(part, best));
    items.push(...item('name', 'relatives', kinshipBits(best.comparison.alignment)));
    const tries = Math.log2(best.tried) * WEIGHTS.name.anotherNameTried;
    items.push(...item('name', 'several-forms', tries));
  }
  items.push(...byNames(left, right, frequencies));
  if (left.mother !== null && right.mother !== null) {
    items.push(...motherEvidence(left.mother, right.mother, frequencies));
  }
  return items;
}
