import { writeDay } from '../calendar.js';
import { arabicPen } from '../pen.js';
import type { Person } from '../person.js';
import { Random, streams } from '../random.js';
import { noSlip } from '../slips.js';
import { choose } from './listed-names.js';
import type { Prisoner } from './prisoners.js';

/** Headers of the civil register's extract. */
export const CIVIL_HEADERS = [
  'محل القيد',
  'رقم القيد',
  'الاسم',
  'اسم الأب',
  'الكنية',
  'اسم الأم',
  'تاريخ الولادة',
  'تاريخ الوفاة',
  'سبب الوفاة',
] as const;
export type CivilRow = Record<(typeof CIVIL_HEADERS)[number], string>;

/** A death that the civil register states. */
export interface CivilRecord {
  row: CivilRow;
  /** As the first version of the extract has it, where somebody corrected it later. */
  before: CivilRow | undefined;
  /** Place in the list of prisoners; null for somebody the archive does not show. */
  prisoner: number | null;
}

/** What registers state, whatever happened. */
const statedCauses = ['احتشاء عضلة قلبية', 'توقف القلب والتنفس', 'جلطة دماغية'] as const;

/**
 * Extracts on some prisoners and on others whom the archive does not show.
 *
 * @param named places of prisoners whose name was read; half of the records on prisoners are on them.
 */
export function civilRecordsOf(
  seed: number,
  prisoners: readonly Prisoner[],
  named: readonly number[],
  people: (person: number) => Person,
  count: number,
): CivilRecord[] {
  const random = new Random(seed, streams.civilRecords);
  const known = choose(random, named.length, Math.floor(named.length / 4)).map(
    (at) => named[at] as number,
  );
  return Array.from({ length: count }, (_, position) => {
    const prisoner = position % 20 === 0 ? (known[position / 20] ?? null) : null;
    const subject = prisoner === null ? undefined : prisoners[prisoner];
    const person = people(subject?.person ?? prisoners.length + position);
    const row = rowOf(random, person, subject?.photoDays[0] ?? person.photoDay, position);
    const before = random.chance(0.02) ? { ...row, 'اسم الأم': '' } : undefined;
    return { row, before, prisoner };
  });
}

function rowOf(random: Random, person: Person, lastDay: number, position: number): CivilRow {
  const { clan, self } = person;
  const pen = arabicPen(random, 0.1, noSlip);
  return {
    'محل القيد': clan.place.ar,
    'رقم القيد': String(position + 1),
    الاسم: pen.write(self.given),
    'اسم الأب': pen.write(self.father),
    الكنية: pen.write([clan.familyName]),
    'اسم الأم': pen.write([self.mother]),
    'تاريخ الولادة': writeDay(person.birthDay),
    'تاريخ الوفاة': writeDay(lastDay - random.below(3)),
    'سبب الوفاة': random.pick(statedCauses),
  };
}
