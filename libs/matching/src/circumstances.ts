import type { DateRange } from './edtf.js';
import { DAYS_A_YEAR, yearsApart } from './edtf.js';
import { item, type EvidenceItem } from './evidence.js';
import { shareHolder } from './holders.js';
import type { ReadNumber } from './numbers.js';
import type { PreparedRecord, SourcedDate } from './prepare.js';
import { WEIGHTS } from './weights.js';

type Evidence = (left: PreparedRecord, right: PreparedRecord) => EvidenceItem[];

const sexEvidence: Evidence = ({ sex: a }, { sex: b }) => {
  if (a === null || b === null) return [];
  return a === b
    ? item('sex', `both-${a}`, WEIGHTS.sex[a])
    : item('sex', 'differs', WEIGHTS.sex.differs);
};

function stepOf(steps: readonly { years: number; bits: number }[], years: number): number {
  return steps.find((step) => Math.floor(years) <= step.years)?.bits ?? 0;
}

const CHILD_YEARS = 13;

/** True where one birth makes a child of someone whom the other makes an adult for years. */
function childAndAdult(known: DateRange, seen: PreparedRecord): boolean {
  const at = seen.photo;
  const birth = seen.birthSeen;
  if (at === null || birth === null) return false;
  const ageKnown = (at.from - known.from) / DAYS_A_YEAR;
  const ageSeen = (at.from - birth.to) / DAYS_A_YEAR;
  return Math.min(ageKnown, ageSeen) < CHILD_YEARS && yearsApart(known, birth) > CHILD_YEARS;
}

const ageEvidence: Evidence = (left, right) => {
  if (left.birth !== null && right.birth !== null) {
    const years = Math.max(
      0,
      yearsApart(left.birth, right.birth) - (left.birth.approximate ? 1 : 0),
    );
    return item('age', years < 3 ? 'birth-close' : 'birth-apart', stepOf(WEIGHTS.birth, years), {
      years: Math.floor(years),
    });
  }
  const [known, seen] = left.birth === null ? [right, left] : [left, right];
  if (known.birth === null || seen.birthSeen === null) return [];
  const years = yearsApart(known.birth, seen.birthSeen);
  const detail = { years: Math.floor(years) };
  if (childAndAdult(known.birth, seen))
    return item('age', 'child-and-adult', WEIGHTS.childAndAdult, detail);
  return item('age', years < 8 ? 'fits' : 'apart', stepOf(WEIGHTS.ageSeen, years), detail);
};

const placeEvidence: Evidence = ({ place: a }, { place: b }) => {
  if (a === null || b === null) return [];
  const { samePlace, sameGovernorate, otherGovernorate } = WEIGHTS.place;
  const bothKnown = a.governorate !== null && b.governorate !== null;
  if (bothKnown && a.governorate !== b.governorate)
    return item('place', 'other-governorate', otherGovernorate);
  if (a.words !== null && a.words === b.words) return item('place', 'same-place', samePlace);
  return bothKnown ? item('place', 'same-governorate', sameGovernorate) : [];
};

const holderEvidence: Evidence = ({ holders: a }, { holders: b }) => {
  if (a.length === 0 || b.length === 0) return [];
  return shareHolder(a, b)
    ? item('holder', 'same', WEIGHTS.holder.same)
    : item('holder', 'differs', WEIGHTS.holder.differs);
};

function agreement(
  a: readonly ReadNumber[],
  b: readonly ReadNumber[],
): 'same' | 'confusable' | 'differs' {
  if (a.some((x) => b.some((y) => x.digits === y.digits))) return 'same';
  return a.some((x) => b.some((y) => x.blurred === y.blurred)) ? 'confusable' : 'differs';
}

const numberEvidence: Evidence = (left, right) => {
  if (left.numbers.length === 0 || right.numbers.length === 0) return [];
  const known = left.holders.length > 0 && right.holders.length > 0;
  const branch = !known
    ? 'noBranch'
    : shareHolder(left.holders, right.holders)
      ? 'sameBranch'
      : 'otherBranch';
  const how = agreement(left.numbers, right.numbers);
  const weights = WEIGHTS.number;
  if (how === 'differs') {
    return item(
      'number',
      'differs',
      branch === 'sameBranch' ? weights.differsSameBranch : weights.differs,
    );
  }
  const share = how === 'same' ? 1 : weights.confusableShare;
  const place = { noBranch: '', sameBranch: '-same-branch', otherBranch: '-other-branch' }[branch];
  return item('number', `${how}${place}`, weights[branch] * share);
};

const marksEvidence: Evidence = ({ markWords: a }, { markWords: b }) => {
  const shared = [...a].filter((word) => b.has(word)).length;
  return item('marks', 'shared', Math.min(WEIGHTS.marks.most, shared * WEIGHTS.marks.word), {
    shared,
  });
};

type Conflict = 'seen-after' | 'arrested-after';

function after(date: SourcedDate | null, photo: DateRange | null, code: Conflict): EvidenceItem[] {
  if (date === null || photo === null || date.range.from <= photo.to) return [];
  const weights = code === 'seen-after' ? WEIGHTS.seenAfter : WEIGHTS.arrestedAfter;
  const days = Math.round(date.range.from - photo.to);
  const share = date.range.approximate || photo.approximate ? 0.5 : 1;
  return item('time', code, weights[date.source] * share, { days, source: date.source });
}

function timeOf(told: PreparedRecord, pictured: PreparedRecord): EvidenceItem[] {
  const conflicts = [
    ...after(told.seen, pictured.photo, 'seen-after'),
    ...after(told.arrest, pictured.photo, 'arrested-after'),
  ];
  if (conflicts.length > 0) return conflicts.sort((a, b) => a.centibits - b.centibits).slice(0, 1);
  const arrest = told.arrest?.range;
  if (arrest === undefined || pictured.photo === null) return [];
  const years = (pictured.photo.from - arrest.to) / DAYS_A_YEAR;
  const { withinYears, bits } = WEIGHTS.arrestedBefore;
  return years >= -1 && years <= withinYears ? item('time', 'arrested-before', bits) : [];
}

const timeEvidence: Evidence = (left, right) => [...timeOf(left, right), ...timeOf(right, left)];

const ALL: readonly Evidence[] = [
  sexEvidence,
  ageEvidence,
  placeEvidence,
  holderEvidence,
  numberEvidence,
  marksEvidence,
  timeEvidence,
];

/** All evidence beside the names. A thing that either side does not know adds no item. */
export function circumstances(left: PreparedRecord, right: PreparedRecord): EvidenceItem[] {
  return ALL.flatMap((evidence) => evidence(left, right));
}
