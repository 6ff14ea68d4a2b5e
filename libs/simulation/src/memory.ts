import { civilDate, dayNumber, writeDay, writeMonth } from './calendar.js';
import type { Noise } from './noise.js';
import { birthYear, type Person } from './person.js';
import type { Random } from './random.js';

/** How a relative knows of something. */
export type Source = 'first_hand' | 'hearsay' | 'paid' | 'official';

/** How many times as often as first-hand news the others are wrong. */
const unreliable: Readonly<Record<Source, number>> = {
  first_hand: 1,
  official: 1,
  hearsay: 2,
  paid: 4,
};

/** A day in the past as a relative tells it: wrong at times, and as precise as it is remembered. */
export function tellDay(
  random: Random,
  noise: Readonly<Noise>,
  day: number,
  source: Source,
): string {
  const wrong = random.chance(noise.dateError * unreliable[source]);
  return vaguely(random, noise.vagueDate, wrong ? day + aside(random, noise.dateErrorDays) : day);
}

/** A day or, if it is remembered vaguely, its month, its year, about it, or one of two years. */
export function vaguely(random: Random, vague: number, day: number): string {
  if (!random.chance(vague)) return writeDay(day);
  const kind = random.float();
  const { year } = civilDate(day);
  if (kind < 0.55) return writeMonth(day);
  if (kind < 0.77) return String(year);
  return kind < 0.92 ? `${year}~` : `${year}/${year + 1}`;
}

/** The birth as a relative tells it: a full date, 1 January for the year, the year, or about it. */
export function tellBirth(random: Random, noise: Readonly<Noise>, person: Person): string {
  const sign = random.chance(0.5) ? 1 : -1;
  const year =
    birthYear(person) + (random.chance(noise.birthError) ? sign * random.between(1, 5) : 0);
  if (!random.chance(noise.vagueBirth)) {
    const { month, day } = civilDate(person.birthDay);
    return writeDay(dayNumber({ year, month, day }));
  }
  const kind = random.float();
  if (kind < 0.15) return `${year}-01-01`;
  return kind < 0.73 ? String(year) : `${year}~`;
}

/** Between one day and `most` days earlier or later. */
function aside(random: Random, most: number): number {
  return (random.chance(0.5) ? 1 : -1) * random.between(1, Math.max(1, most));
}

/** The month of a day, or but its year. */
export function vagueMonth(random: Random, day: number): string {
  return random.chance(0.67) ? writeMonth(day) : String(civilDate(day).year);
}
