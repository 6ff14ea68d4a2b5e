import { writeDay } from '../calendar.js';
import { arabicPen } from '../pen.js';
import type { Person } from '../person.js';
import { knownParts } from '../name-columns.js';
import { Random, streams } from '../random.js';
import { DEFAULT_NOISE } from '../noise.js';
import { noSlip } from '../slips.js';
import { pickFamilyName } from '../vocabulary.js';
import type { Prisoner } from './prisoners.js';

/** Headers of the list of names, as a volunteer would write them. */
export const NAME_LIST_HEADERS = [
  'المعرف',
  'الرقم',
  'الفرع',
  'تاريخ الصورة',
  'الاسم',
  'اسم الأب',
  'الكنية',
  'اسم الأم',
  'ملاحظات',
] as const;
export type NameListRow = Record<(typeof NAME_LIST_HEADERS)[number], string>;

/** A name read from a card, and whose it is. */
export interface ListedName {
  row: NameListRow;
  /** As the first version of the list has it, where somebody corrected it later. */
  before: NameListRow | undefined;
  /** Place in the list of prisoners. */
  prisoner: number;
}

/** Names of some prisoners: one to three parts, many with the number; without one the row has an id. */
export function listedNames(
  seed: number,
  prisoners: readonly Prisoner[],
  people: (person: number) => Person,
  count: number,
): ListedName[] {
  const random = new Random(seed, streams.archiveNames);
  return choose(random, prisoners.length, count).map((at, position) => {
    const prisoner = prisoners[at] as Prisoner;
    const name = nameOnCard(random, people(prisoner.person));
    const numbered = random.chance(0.7);
    const row = { ...(numbered ? numberOf(prisoner) : idOf(position)), ...name, ملاحظات: '' };
    const corrected = row.الكنية !== '' && random.chance(0.06);
    const before = corrected ? { ...row, الكنية: pickFamilyName(random, 'arab').ar } : undefined;
    return { row, before, prisoner: at };
  });
}

function numberOf({ number, branch, photoDays }: Prisoner) {
  const day = writeDay(photoDays[0] as number);
  return { المعرف: '', الرقم: number, الفرع: branch.code, 'تاريخ الصورة': day };
}

function idOf(position: number) {
  return { المعرف: `ق-${position + 1}`, الرقم: '', الفرع: '', 'تاريخ الصورة': '' };
}

function nameOnCard(random: Random, person: Person) {
  const pen = arabicPen(random, 0.2, noSlip);
  const missing = { father: 0.3, grandfather: 1, family: 0.15, mother: 0.8 };
  const { given = [], ...others } = knownParts(random, DEFAULT_NOISE, person, missing);
  const { father, family, mother } = random.chance(0.15) ? {} : others;
  return {
    الاسم: pen.write(given),
    'اسم الأب': pen.write(father ?? []),
    الكنية: pen.write(family ?? []),
    'اسم الأم': pen.write(mother ?? []),
  };
}

/** Different whole numbers below `from`, in order. */
export function choose(random: Random, from: number, count: number): number[] {
  const chosen: number[] = [];
  for (let at = 0; at < from && chosen.length < count; at += 1) {
    if (random.below(from - at) < count - chosen.length) chosen.push(at);
  }
  return chosen;
}
