import { civilDate, dayNumber, writeDay, writeMonth } from './calendar.js';
import { emptyEntry, type RegistryRow } from './columns.js';
import { misreadNumber } from './digit-errors.js';
import { knownAs } from './known-as.js';
import {
  countParts,
  knownParts,
  wholeName,
  writeParts,
  writeWhole,
  type NameParts,
} from './name-columns.js';
import type { Settings } from './options.js';
import { arabicPen, readersLatinPen, type Pen, type PenNoise } from './pen.js';
import { ageOn, birthYear, type Person } from './person.js';
import { arabicDigits, writeHolder, writePlace } from './places.js';
import { Random, streams } from './random.js';

/** A written entry and how many of the four name parts it holds. */
export interface WrittenEntry {
  row: RegistryRow;
  nameParts: number;
}

const secondArchive = dayNumber({ year: 2015, month: 1, day: 1 });

/** What an archive shows of a person; `position` is the row's and names its random numbers. */
export function writeEntry(settings: Settings, person: Person, position: number): WrittenEntry {
  const { noise } = settings;
  const random = new Random(settings.seed, streams.entry, position);
  const penNoise: PenNoise = { spelling: noise.spelling, slip: noise.transcription, by: 'eye' };
  const latin = random.chance(noise.latinEntries);
  const pen = latin ? readersLatinPen(random, penNoise) : arabicPen(random, penNoise);
  const row = emptyEntry();
  const parts = partsRead(random, settings, person);
  writeName(random, settings, row, pen, parts);
  if (parts.given && random.chance(0.03)) row.known_as = knownAs(random, pen, person);
  const has = (): boolean => !random.chance(noise.entryFactMissing);
  if (has()) row.sex = person.self.female ? 'female' : 'male';
  if (has()) row.age = ageSeen(random, settings, person);
  if (random.chance(0.06)) row.birth_date = String(birthYear(person));
  if (random.chance(0.1)) {
    row.home_governorate = writePlace(random, person.family.governorate, pen.latin);
  }
  if (random.chance(0.06)) row.home_place = writePlace(random, person.family.place, pen.latin);
  writeNumbers(random, settings, row, person, parts.given === undefined);
  if (has()) row.branch = writeHolder(random, person.heldBy, pen.latin);
  if (has()) row.photo_date = photoDate(random, person.photoDay);
  row.collection =
    person.photoDay < secondArchive ? 'photographs 2013-2014' : 'photographs 2015-2024';
  row.marks = person.marks
    .filter(() => random.chance(noise.marks))
    .map((mark) => random.pick(pen.latin ? mark.en : mark.ar))
    .join(';');
  return { row, nameParts: countParts(parts) };
}

/** What of the name was on the card: nothing, a given name alone, or more. */
function partsRead(random: Random, { noise }: Settings, person: Person): NameParts {
  const kind = random.float();
  if (kind < noise.numberOnlyEntries) return {};
  const parts = knownParts(random, person, {
    father: noise.entryFatherMissing,
    grandfather: noise.entryGrandfatherMissing,
    family: noise.entryFamilyMissing,
    mother: noise.entryMotherMissing,
  });
  if (person.homeName && random.chance(0.2)) parts.given = [person.homeName];
  const { given, father } = parts;
  if (given && kind < noise.numberOnlyEntries + noise.givenOnlyEntries) return { given };
  if (!father && !parts.grandfather && !parts.family) parts.family = [person.family.familyName];
  if (parts.family && random.chance(noise.familyAlias)) {
    parts.family = [familyOtherwise(random, person)];
  }
  return parts;
}

/** The family's other name, or its name without the article. */
function familyOtherwise(random: Random, { family }: Person): Person['family']['familyName'] {
  const { familyName } = family;
  if (!familyName.article || random.chance(0.5)) return family.otherName;
  return { ...familyName, ar: familyName.ar.slice(2), article: false };
}

function writeName(
  random: Random,
  { noise }: Settings,
  row: RegistryRow,
  pen: Pen,
  parts: NameParts,
): void {
  if (parts.given === undefined) return;
  if (random.chance(noise.wholeName)) writeWhole(random, row, pen, parts);
  else writeParts(row, pen, parts);
  if (pen.latin || !random.chance(noise.bothScripts)) return;
  const other = readersLatinPen(random, { spelling: 0, slip: noise.transcription / 2, by: 'eye' });
  row.name = wholeName(random, other, parts);
}

/** A starved face looks older, and readers round to fives. */
function ageSeen(random: Random, { noise }: Settings, person: Person): string {
  const error = noise.ageBias + noise.ageDeviation * random.normal();
  const age = Math.max(1, Math.round(ageOn(person, person.photoDay) + error));
  return String(random.chance(0.4) ? Math.max(5, Math.round(age / 5) * 5) : age);
}

/** The number on the card, and at times the hospital's; always one where there is no name. */
function writeNumbers(
  random: Random,
  { noise }: Settings,
  row: RegistryRow,
  person: Person,
  nameless: boolean,
): void {
  const read = (number: string): string => {
    const text = random.chance(noise.digit) ? misreadNumber(random, number) : number;
    return random.chance(0.2) ? arabicDigits(text) : text;
  };
  if (nameless || random.chance(0.7)) row.detainee_number = read(person.number);
  if (random.chance(0.25)) row.other_numbers = read(person.hospitalNumber);
}

/** Mostly the day in the photograph's title; else as far as the folder tells. */
function photoDate(random: Random, day: number): string {
  const kind = random.float();
  if (kind < 0.85) return writeDay(day);
  return kind < 0.95 ? writeMonth(day) : String(civilDate(day).year);
}
