import { dayNumber } from './calendar.js';
import type { Settings } from './options.js';
import { pickHolder, provincialHolder, type Governorate, type Holder } from './places.js';
import { Random, streams } from './random.js';
import { Ranked } from './ranked.js';

/** What happened to a person. Days count from 1970-01-01. */
export interface Events {
  arrestDay: number;
  arrestedBy: Holder;
  /** The holder whose number is on the photograph. */
  heldBy: Holder;
  photoDay: number;
  /** Given by `heldBy` on arrival; the same numbers come back later, and other holders give them too. */
  number: string;
  hospitalNumber: string;
}

/** Arrests by year: most in 2012 to 2014, as in the published counts; the shares are assumed. */
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
const firstArrest = dayNumber({ year: 2011, month: 1, day: 1 });
const firstPhoto = dayNumber({ year: 2013, month: 1, day: 1 });
const lastPhoto = dayNumber({ year: 2024, month: 11, day: 30 });

/** The largest number that a holder gives before it begins again at 1. */
const lastNumber = 9_999;
/** What may follow a number on a card. */
const letters = ['أ', 'ب', 'ج', 'د'] as const;

/**
 * What happened to the person of this number. Those who were taken in one raid share the arrest, and
 * mostly the way through the holders; their numbers lie close together.
 *
 * @param raids names of the raids on the person's household and on the whole clan
 */
export function eventsOf(
  settings: Settings,
  index: number,
  raids: { household: number; clan: number },
  home: Governorate,
): Events {
  const { seed, noise } = settings;
  const own = new Random(seed, streams.person, index);
  const together = own.chance(noise.takenTogether);
  const raid = own.chance(0.2) ? raids.clan : raids.household;
  const shared = together ? new Random(seed, streams.raid, raid) : own;
  const arrestDay = arrest(shared);
  const local = shared.chance(noise.provincial) ? provincialHolder(home) : undefined;
  const arrestedBy = local ?? pickHolder(shared);
  const way = shared.chance(0.7) ? shared : own;
  const moved = way.chance(noise.moved) || local !== undefined;
  const heldBy = moved ? pickHolder(way) : arrestedBy;
  const arrival = arrestDay + (moved ? way.between(10, 150) : 0);
  return {
    arrestDay,
    arrestedBy,
    heldBy,
    photoDay: photo(own, arrival),
    number: numberGiven(own, heldBy, arrival),
    hospitalNumber: String(1 + own.below(6_000)),
  };
}

function arrest(random: Random): number {
  const [year] = arrestYears.pick(random);
  const from = year === 2011 ? 74 : 0;
  return dayNumber({ year, month: 1, day: 1 }) + from + random.below(365 - from);
}

/** Days to years after the arrival, sooner rather than later, within the time of the archives. */
function photo(random: Random, arrival: number): number {
  const earliest = Math.max(arrival + 15, firstPhoto);
  const day = earliest + Math.min(random.below(1200), random.below(1200));
  return Math.min(day, lastPhoto);
}

/** Holders count their arrivals, the large ones faster, and begin again after the last number. */
function numberGiven(random: Random, { weight }: Holder, arrival: number): string {
  const perDay = 2 + weight;
  const count = (arrival - firstArrest) * perDay + random.below(perDay);
  const letter = random.chance(0.04) ? random.pick(letters) : '';
  return String(1 + (count % lastNumber)) + letter;
}
