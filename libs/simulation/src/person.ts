import marks from './data/marks.json' with { type: 'json' };
import { civilDate, dayNumber } from './calendar.js';
import { familyAt, type Family, type Member } from './family.js';
import type { NameToken } from './name-token.js';
import type { Settings } from './options.js';
import { pickHolder, type Holder } from './places.js';
import type { Plan } from './plan.js';
import { Random, streams } from './random.js';
import { Ranked } from './ranked.js';
import { pickGiven } from './vocabulary.js';

/** A mark on the body, as relatives and readers of photographs word it. */
export interface Mark {
  ar: readonly string[];
  en: readonly string[];
}

/** The truth about one missing person. Days count from 1970-01-01. */
export interface Person {
  family: Family;
  self: Member;
  birthDay: number;
  /** What a Kurdish man or woman may be called at home, beside the registered name. */
  homeName: NameToken | undefined;
  arrestDay: number;
  arrestedBy: Holder;
  /** The holder whose number is on the photograph. */
  heldBy: Holder;
  photoDay: number;
  /** Given by `heldBy`; other holders give the same numbers to others. */
  number: string;
  hospitalNumber: string;
  marks: readonly Mark[];
}

/** Arrests by year: most in 2012 to 2014. */
const arrestYears = new Ranked<[year: number, weight: number]>(
  [
    [2011, 9],
    [2012, 28],
    [2013, 25],
    [2014, 14],
    [2015, 6],
    [2016, 4],
    [2017, 3],
    [2018, 4],
    [2019, 3],
    [2020, 1],
    [2021, 1],
    [2022, 1],
    [2023, 1],
  ],
  ([, weight]) => weight,
);
const firstPhoto = dayNumber({ year: 2013, month: 1, day: 1 });
const lastPhoto = dayNumber({ year: 2024, month: 11, day: 30 });

/** The person of this number; the same every time it is asked for. */
export function personAt(settings: Settings, plan: Plan, index: number): Person {
  const family = familyAt(settings, plan.familyOf[index] as number);
  const self = family.members[plan.memberOf[index] as number] as Member;
  const random = new Random(settings.seed, streams.person, index);
  const arrestDay = arrest(random);
  const arrestedBy = pickHolder(random);
  const heldBy = random.chance(settings.noise.moved) ? pickHolder(random) : arrestedBy;
  return {
    family,
    self,
    birthDay: dayNumber({ year: self.birthYear, month: 1, day: 1 }) + random.below(365),
    homeName:
      family.community === 'kurdish' && random.chance(0.3)
        ? pickGiven(random, 'kurdish', self.female)
        : undefined,
    arrestDay,
    arrestedBy,
    heldBy,
    photoDay: photo(random, arrestDay),
    number: String(1 + random.below(9_999)) + (random.chance(0.04) ? random.pick(letters) : ''),
    hospitalNumber: String(1 + random.below(6_000)),
    marks: random.chance(0.5) ? [random.pick(marks)] : random.chance(0.3) ? twoMarks(random) : [],
  };
}

/** What may follow a number on a card. */
const letters = ['أ', 'ب', 'ج', 'د'] as const;

function twoMarks(random: Random): Mark[] {
  const first = random.below(marks.length);
  const second = (first + 1 + random.below(marks.length - 1)) % marks.length;
  return [marks[first] as Mark, marks[second] as Mark];
}

function arrest(random: Random): number {
  const [year] = arrestYears.pick(random);
  const from = year === 2011 ? 74 : 0;
  return dayNumber({ year, month: 1, day: 1 }) + from + random.below(365 - from);
}

/** Days to years after the arrest, sooner rather than later, within the time of the archives. */
function photo(random: Random, arrestDay: number): number {
  const earliest = Math.max(arrestDay + 15, firstPhoto);
  const day = earliest + Math.min(random.below(1200), random.below(1200));
  return Math.min(day, lastPhoto);
}

/** Completed years of age on a day, at least 0. */
export function ageOn(person: Person, day: number): number {
  return Math.max(0, Math.floor((day - person.birthDay) / 365.2425));
}

/** The year a person was born in. */
export function birthYear(person: Person): number {
  return civilDate(person.birthDay).year;
}
