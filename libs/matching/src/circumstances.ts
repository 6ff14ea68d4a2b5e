import type { DateRange } from './edtf.js';
import { DAYS_A_YEAR, yearsApart } from './edtf.js';
import { inCentibits, item, type EvidenceItem, type Say } from './evidence.js';
import { nearnessOf, sharedHolder } from './holders.js';
import { blur } from './numbers.js';
import { sayPlaces } from './place-evidence.js';
import type { Circumstances } from './prepare.js';
import { mostOf, rarer, type Shares } from './shares.js';
import { timeEvidence } from './time-evidence.js';
import { WEIGHTS } from './weights.js';

type Evidence = (left: Circumstances, right: Circumstances, say: Say, shares: Shares) => void;

const BOTH = { male: 'both-male', female: 'both-female' } as const;

const sexEvidence: Evidence = ({ sex: a }, { sex: b }, say) => {
  if (a === null || b === null) return;
  if (a === b) say('sex', BOTH[a], WEIGHTS.sex[a]);
  else say('sex', 'differs', WEIGHTS.sex.differs);
};

function stepOf(steps: readonly { years: number; bits: number }[], years: number): number {
  const whole = Math.floor(years);
  for (const step of steps) if (whole <= step.years) return step.bits;
  return 0;
}

const CHILD_YEARS = 13;

/** True where one birth makes a child of someone whom the other makes an adult for years. */
function childAndAdult(known: DateRange, seen: Circumstances): boolean {
  const at = seen.photo;
  const birth = seen.birthSeen;
  if (at === null || birth === null) return false;
  const ageKnown = (at.from - known.from) / DAYS_A_YEAR;
  const ageSeen = (at.from - birth.to) / DAYS_A_YEAR;
  return Math.min(ageKnown, ageSeen) < CHILD_YEARS && yearsApart(known, birth) > CHILD_YEARS;
}

/**
 * By how many years the face looks older than the birth says, negative where younger: from the middles of both, or
 * from their nearest days where one has an open end and so no middle.
 */
function yearsOlder(known: DateRange, seen: DateRange): number {
  const days = (known.from + known.to - seen.from - seen.to) / 2;
  if (Number.isFinite(days)) return days / DAYS_A_YEAR;
  return known.from > seen.to ? yearsApart(known, seen) : -yearsApart(known, seen);
}

const ageEvidence: Evidence = (left, right, say) => {
  if (left.birth !== null && right.birth !== null) {
    const apart = yearsApart(left.birth, right.birth) - (left.birth.approximate ? 1 : 0);
    const years = Math.floor(Math.max(0, apart));
    say('age', years < 3 ? 'birth-close' : 'birth-apart', stepOf(WEIGHTS.birth, years), years);
    return;
  }
  const [known, seen] = left.birth === null ? [right, left] : [left, right];
  if (known.birth === null || seen.birthSeen === null) return;
  const older = yearsOlder(known.birth, seen.birthSeen);
  const years = Math.round(Math.abs(older));
  if (childAndAdult(known.birth, seen)) {
    say('age', 'child-and-adult', WEIGHTS.childAndAdult, years);
    return;
  }
  const steps = older >= 0 ? WEIGHTS.looksOlder : WEIGHTS.looksYounger;
  const bits = stepOf(steps, years);
  say('age', bits > 0 ? 'fits' : 'apart', bits, years, older >= 0 ? 1 : 0);
};

const placeEvidence: Evidence = ({ place: a }, { place: b }, say, shares) => {
  if (a !== null && b !== null) sayPlaces(a, b, shares, say);
};

const holderEvidence: Evidence = ({ holders: a }, { holders: b }, say, shares) => {
  const nearness = nearnessOf(a, b);
  if (nearness === null) return;
  const { same, part, sameService, differs } = WEIGHTS.holder;
  if (nearness === 3) say('holder', 'same', rarer(same, sharedHolder(a, b), 'holder', shares));
  else if (nearness === 2) say('holder', 'part', part);
  else if (nearness === 1) say('holder', 'same-service', sameService);
  else say('holder', 'differs', differs);
};

function agreement(a: readonly string[], b: readonly string[]): 'same' | 'confusable' | 'differs' {
  if (a.some((digits) => b.includes(digits))) return 'same';
  const blurred = b.map(blur);
  return a.some((digits) => blurred.includes(blur(digits))) ? 'confusable' : 'differs';
}

const numberEvidence: Evidence = (left, right, say) => {
  if (left.numbers.length === 0 || right.numbers.length === 0) return;
  const nearness = nearnessOf(left.holders, right.holders);
  const branch = nearness === null ? 'noBranch' : nearness === 3 ? 'sameBranch' : 'otherBranch';
  const how = agreement(left.numbers, right.numbers);
  const weights = WEIGHTS.number;
  if (how === 'differs') {
    const bits = branch === 'sameBranch' ? weights.differsSameBranch : weights.differs;
    say('number', 'differs', bits);
    return;
  }
  const share = how === 'same' ? 1 : weights.confusableShare;
  const place = { noBranch: '', sameBranch: '-same-branch', otherBranch: '-other-branch' }[branch];
  say('number', `${how}${place}`, weights[branch] * share);
};

const marksEvidence: Evidence = ({ markWords: a }, { markWords: b }, say) => {
  if (a.size === 0 || b.size === 0) return;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  say('marks', 'shared', Math.min(WEIGHTS.marks.most, shared * WEIGHTS.marks.word), shared);
};

const ALL: readonly Evidence[] = [
  sexEvidence,
  ageEvidence,
  placeEvidence,
  holderEvidence,
  numberEvidence,
  marksEvidence,
  timeEvidence,
];

/** What the plain values of a finding are called, by its code. */
const DETAILS: Readonly<Record<string, readonly string[]>> = {
  'birth-close': ['years'],
  'birth-apart': ['years'],
  'child-and-adult': ['years'],
  fits: ['years', 'older'],
  apart: ['years', 'older'],
  shared: ['shared'],
  'seen-after': ['days', 'source'],
  'arrested-after': ['days', 'source'],
  'arrested-before': ['years'],
  'arrested-long-before': ['years'],
};

function detailOf(
  code: string,
  values: readonly (number | string | undefined)[],
): EvidenceItem['detail'] {
  const names = DETAILS[code];
  return names && Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]));
}

/** All evidence beside the names. A thing that either side does not know adds no item. */
export function circumstances(
  left: Circumstances,
  right: Circumstances,
  shares: Shares,
): EvidenceItem[] {
  const items: EvidenceItem[] = [];
  for (const evidence of ALL) {
    const say: Say = (kind, code, bits, ...values) => {
      items.push(...item(kind, code, bits, detailOf(code, values)));
    };
    evidence(left, right, say, shares);
  }
  return items;
}

/** Of the `circumstances` those that a key finds. */
const WITH_KEYS: readonly Evidence[] = [numberEvidence, marksEvidence];
const WITHOUT_KEYS: readonly Evidence[] = ALL.filter((evidence) => !WITH_KEYS.includes(evidence));

/** The sum of the `circumstances` that a key finds, numbers and marks, in hundredths of a bit. */
export function keyedCentibits(left: Circumstances, right: Circumstances): number {
  return sumOf(WITH_KEYS, left, right, undefined);
}

/** The sum of all others, in hundredths of a bit. */
export function keylessCentibits(
  left: Circumstances,
  right: Circumstances,
  shares: Shares,
): number {
  return sumOf(WITHOUT_KEYS, left, right, shares);
}

let sum = 0;
const addUp: Say = (_kind, _code, bits) => {
  sum += inCentibits(bits);
};

function sumOf(
  all: readonly Evidence[],
  left: Circumstances,
  right: Circumstances,
  shares: Shares,
): number {
  sum = 0;
  for (const evidence of all) evidence(left, right, addUp, shares);
  return sum;
}

const AT_A_GLANCE = {
  sex: [sexEvidence],
  age: [ageEvidence],
  place: [placeEvidence],
  holder: [holderEvidence],
} as const;

/** Kinds of evidence that hang on few values. */
export type GlanceKind = keyof typeof AT_A_GLANCE;

/** What one kind says among the `circumstances`, in hundredths of a bit. */
export function centibitsOf(
  kind: GlanceKind,
  left: Circumstances,
  right: Circumstances,
  shares: Shares,
): number {
  return sumOf(AT_A_GLANCE[kind], left, right, shares);
}

/** A photograph older than the arrest speaks against this man, not against his brother; one that fits, for both. */
const conflictEvidence: Evidence = (left, right, say) => {
  timeEvidence(left, right, (kind, code, bits, ...values) => {
    if (bits < 0) say(kind, code, bits, ...values);
  });
};

/** Of the `circumstances` those that a man does not share with his kin: sex, age, numbers, marks, conflicts in time. */
const INDIVIDUAL: readonly Evidence[] = [
  sexEvidence,
  ageEvidence,
  numberEvidence,
  marksEvidence,
  conflictEvidence,
];

/** The sum of what tells a man from his kin among the `circumstances`, in hundredths of a bit. */
export function individualCentibits(left: Circumstances, right: Circumstances): number {
  return sumOf(INDIVIDUAL, left, right, undefined);
}

function most(steps: readonly { bits: number }[]): number {
  return Math.max(...steps.map(({ bits }) => bits));
}

/**
 * The most hundredths of a bit that `circumstances` can come to for a record, whatever it meets: what
 * need not be compared at all follows from it.
 */
export function mostOfCircumstances(record: Circumstances): number {
  const { sex, birth, birthSeen, place, holders, numbers, markWords } = record;
  const { sex: ofSex, place: ofPlace, holder, number, marks, arrestedBefore } = WEIGHTS;
  const bits = [
    sex === null ? 0 : ofSex[sex],
    birth === null && birthSeen === null
      ? 0
      : Math.max(most(WEIGHTS.birth), most(WEIGHTS.looksOlder), most(WEIGHTS.looksYounger)),
    place === null ? 0 : mostOf(ofPlace.samePlace),
    holders.length === 0 ? 0 : mostOf(holder.same),
    numbers.length === 0 ? 0 : Math.max(number.sameBranch, number.noBranch, number.otherBranch),
    Math.min(marks.most, markWords.size * marks.word),
    2 * most(arrestedBefore),
  ];
  return bits.reduce((sum, each) => sum + Math.max(0, inCentibits(each)), 0);
}
