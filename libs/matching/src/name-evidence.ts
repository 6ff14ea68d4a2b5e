import {
  reasonOf,
  type AlignedPart,
  type NameComparison,
  type NameFrequencies,
  type ParsedName,
} from '@athar/arabic-names';
import { item, type EvidenceItem } from './evidence.js';
import { writeReason } from './name-reason.js';
import {
  compoundBits,
  motherBits,
  sameByName,
  triesBits,
  type BestForms,
  type MetNames,
} from './name-forms.js';
import type { PreparedRecord } from './prepare.js';
import { WEIGHTS } from './weights.js';

/** The pair of forms that agrees best, and the names that they are. */
interface Met {
  readonly best: BestForms<NameComparison>;
  readonly left: ParsedName;
  readonly right: ParsedName;
  readonly frequencies: NameFrequencies;
}

function partItem(part: AlignedPart, { best, left, right, frequencies }: Met): EvidenceItem[] {
  const reason = reasonOf(part, left, right, frequencies);
  return item('name', part.code, part.centibits / 100, {
    role: reason.role,
    left: part.left,
    right: part.right,
    score: Math.round(part.score * 100),
    leftName: best.left,
    rightName: best.right,
    ...writeReason(reason),
  });
}

function wholeNames(
  left: PreparedRecord,
  right: PreparedRecord,
  best: BestForms<NameComparison> | null,
  frequencies: NameFrequencies,
): EvidenceItem[] {
  const [own, other] = [left.names[best?.left ?? -1], right.names[best?.right ?? -1]];
  if (best === null || own === undefined || other === undefined) return [];
  const met = { best, left: own, right: other, frequencies };
  return [
    ...best.comparison.alignment.flatMap((part) => partItem(part, met)),
    ...item('name', 'several-forms', triesBits(best)),
    ...item('name', 'compound', compoundBits(best.comparison)),
  ];
}

function byNames(best: BestForms<NameComparison> | null): EvidenceItem[] {
  if (!sameByName(best)) return [];
  return item('name', 'known-as', WEIGHTS.name.knownAs, { left: best.left, right: best.right });
}

function mothers(comparison: NameComparison | null): EvidenceItem[] {
  if (comparison === null) return [];
  const bits = motherBits(comparison);
  return item('mother_name', bits > 0 ? 'agrees' : 'differs', bits, {
    score: Math.round(comparison.score * 100),
  });
}

/**
 * Evidence of the names: part by part, then by-names, and the mother's name.
 * @param met what `meetNames` gave for the two records
 */
export function nameEvidence(
  left: PreparedRecord,
  right: PreparedRecord,
  met: MetNames<NameComparison>,
  frequencies: NameFrequencies,
): EvidenceItem[] {
  return [
    ...wholeNames(left, right, met.whole, frequencies),
    ...byNames(met.knownAs),
    ...mothers(met.mother),
  ];
}
