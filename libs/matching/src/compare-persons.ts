import {
  compareNames,
  generalFrequencies,
  type NameFrequencies,
  type ParsedName,
} from '@athar/arabic-names';
import { circumstances } from './circumstances.js';
import { dependenceOf, rivalsOf, type Rivals, type Side } from './dependence.js';
import { probabilityOf, type EvidenceItem, type PersonComparison } from './evidence.js';
import type { PersonFrequencies } from './milieus.js';
import { nameEvidence } from './name-evidence.js';
import { meetNames, nameSums, type NameSums } from './name-forms.js';
import { prepare, type PreparedRecord } from './prepare.js';
import { priorCentibits } from './prior.js';
import type { MatchRecord } from './records.js';

/** What a comparison needs to know beside the two records. */
export interface ComparisonContext {
  /** Log2-odds, in hundredths of a bit, that any pair at all is one person: see `priorCentibits`. */
  readonly priorCentibits: number;
  readonly frequencies?: PersonFrequencies;
}

/** All evidence of two records as if its pieces were independent, and what the dependence hangs on. */
interface Weighed {
  readonly evidence: readonly EvidenceItem[];
  /** What it comes to, in hundredths of a bit. */
  readonly sum: number;
  readonly names: NameSums;
  readonly left: Side;
  readonly right: Side;
}

function weighPrepared(
  left: PreparedRecord,
  right: PreparedRecord,
  prior: number,
  frequencies: NameFrequencies,
): Weighed {
  const { shares }: PersonFrequencies = frequencies;
  const met = meetNames(left, right, (a: ParsedName, b: ParsedName) =>
    compareNames(a, b, frequencies),
  );
  const evidence: readonly EvidenceItem[] = [
    { kind: 'prior', code: 'any-pair', centibits: prior },
    ...nameEvidence(left, right, met, frequencies),
    ...circumstances(left, right, shares),
  ];
  const sum = evidence.reduce((total, { centibits: bits }) => total + bits, 0);
  const names = nameSums(met);
  return {
    evidence,
    sum,
    names,
    left: { words: left.names[names.leftForm]?.tokens ?? [], circumstances: left },
    right: { words: right.names[names.rightForm]?.tokens ?? [], circumstances: right },
  };
}

/** Weighs two records that were read before. */
export function comparePrepared(
  left: PreparedRecord,
  right: PreparedRecord,
  prior: number,
  frequencies: NameFrequencies,
): PersonComparison {
  const weighed = weighPrepared(left, right, prior, frequencies);
  const { sum, names } = weighed;
  const taken = dependenceOf(sum, names, weighed.left, weighed.right, frequencies);
  const evidence = [...weighed.evidence];
  for (const code of ['milieu', 'relatives'] as const) {
    if (taken[code] !== 0) evidence.push({ kind: 'name', code, centibits: taken[code] });
  }
  const centibits = sum + taken.milieu + taken.relatives;
  return { centibits, probability: probabilityOf(centibits), evidence };
}

/** A pair before relatives are reckoned with. */
export interface Contested {
  /** Log2-odds in bits, relatives aside. */
  readonly bits: number;
  readonly rivals: Rivals;
}

/** What speaks for a pair of records, and what for two relatives. */
export function contestPrepared(
  left: PreparedRecord,
  right: PreparedRecord,
  prior: number,
  frequencies: NameFrequencies,
): Contested {
  const weighed = weighPrepared(left, right, prior, frequencies);
  const { sum, names } = weighed;
  const { milieu } = dependenceOf(sum, names, weighed.left, weighed.right, frequencies);
  const rivals = rivalsOf(names, weighed.left, weighed.right);
  return { bits: (sum + milieu) / 100, rivals };
}

/**
 * How likely two records are one person (Fellegi and Sunter, 1969: log-likelihood ratios add up).
 * Takes a report and an entry, or any two records; what is missing on either side adds nothing.
 */
export function comparePersons(
  left: MatchRecord,
  right: MatchRecord,
  context: ComparisonContext = { priorCentibits: priorCentibits({ entries: 320 }) },
): PersonComparison {
  const frequencies = context.frequencies ?? generalFrequencies();
  return comparePrepared(prepare(left), prepare(right), context.priorCentibits, frequencies);
}
