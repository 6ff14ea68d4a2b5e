import marks from './data/marks.json' with { type: 'json' };
import { civilDate, dayNumber } from './calendar.js';
import { clanAt, HOUSEHOLDS_OF_CLAN, type Clan, type Member } from './clan.js';
import { eventsOf, type Events } from './events.js';
import type { NameToken } from './name-token.js';
import type { Settings } from './options.js';
import type { Plan } from './plan.js';
import { Random, streams } from './random.js';
import { pickGiven } from './vocabulary.js';

/** A mark on the body, as relatives and readers of photographs word it. */
export interface Mark {
  ar: readonly string[];
  en: readonly string[];
}

/** The truth about one missing person. Days count from 1970-01-01. */
export interface Person extends Events {
  /** The person's number, and those of the clan and of the parents' household. */
  index: number;
  clanIndex: number;
  householdIndex: number;
  clan: Clan;
  self: Member;
  birthDay: number;
  /** What a Kurdish man or woman may be called at home, beside the registered name. */
  homeName: NameToken | undefined;
  marks: readonly Mark[];
}

/** The person of this number; the same every time it is asked for. */
export function personAt(settings: Settings, plan: Plan, index: number): Person {
  const clanIndex = plan.clanOf[index] as number;
  const clan = clanAt(settings, clanIndex);
  const self = clan.missing[plan.memberOf[index] as number] as Member;
  const random = new Random(settings.seed, streams.body, index);
  const householdIndex = clanIndex * HOUSEHOLDS_OF_CLAN + self.household;
  const raids = raidsOn(clanIndex, self);
  return {
    index,
    clanIndex,
    householdIndex,
    clan,
    self,
    birthDay: dayNumber({ year: self.birthYear, month: 1, day: 1 }) + random.below(365),
    homeName:
      clan.community === 'kurdish' && random.chance(settings.noise.homeName)
        ? pickGiven(random, 'kurdish', self.female, self.generation)
        : undefined,
    marks: random.chance(0.5) ? [random.pick(marks)] : random.chance(0.3) ? twoMarks(random) : [],
    ...eventsOf(settings, index, raids, clan.governorate),
  };
}

/** A father lives with his children, so that they are taken together. */
function raidsOn(clanIndex: number, { livesIn }: Member): { household: number; clan: number } {
  const first = clanIndex * (HOUSEHOLDS_OF_CLAN + 1);
  return { household: first + livesIn, clan: first + HOUSEHOLDS_OF_CLAN };
}

function twoMarks(random: Random): Mark[] {
  const first = random.below(marks.length);
  const second = (first + 1 + random.below(marks.length - 1)) % marks.length;
  return [marks[first] as Mark, marks[second] as Mark];
}

/** Completed years of age on a day, at least 0. */
export function ageOn(person: Person, day: number): number {
  return Math.max(0, Math.floor((day - person.birthDay) / 365.2425));
}

/** The year a person was born in. */
export function birthYear(person: Person): number {
  return civilDate(person.birthDay).year;
}
