import { joinWords } from './arabic-errors.js';
import { dayNumber, writeDay } from './calendar.js';
import { emptyEntry, type RegistryRow } from './columns.js';
import { misreadNumber } from './digit-errors.js';
import { partsRead } from './entry-name.js';
import { knownAs } from './known-as.js';
import { vagueMonth } from './memory.js';
import { countParts, wholeName, writeParts, writeWhole, type NameParts } from './name-columns.js';
import type { Noise } from './noise.js';
import type { Settings } from './options.js';
import { arabicPen, readersLatinPen, type Pen } from './pen.js';
import { ageOn, birthYear, type Person } from './person.js';
import { arabicDigits, writeHolder, writePlace } from './places.js';
import { Random, streams } from './random.js';
import type { Written } from './report-row.js';
import { slipsOfEye } from './slips.js';

const secondArchive = dayNumber({ year: 2015, month: 1, day: 1 });

/** What an archive shows of a person; `position` is the row's and names its random numbers. */
export function writeEntry(
  settings: Settings,
  person: Person,
  position: number,
): Written<RegistryRow> {
  const { noise } = settings;
  const random = new Random(settings.seed, streams.entry, position);
  const slip = slipsOfEye(noise);
  const latin = random.chance(noise.latinEntries);
  const pen = latin
    ? readersLatinPen(random, settings, slip)
    : arabicPen(random, noise.spelling, slip);
  const row = emptyEntry();
  const parts = partsRead(random, noise, person);
  writeName(random, settings, row, pen, parts);
  if (parts.given && random.chance(noise.entryKnownAs)) row.known_as = knownAs(random, pen, person);
  writeFacts(random, noise, row, pen, person);
  writeNumbers(random, noise, row, person, parts.given === undefined);
  row.collection =
    person.photoDay < secondArchive ? 'photographs 2013-2014' : 'photographs 2015-2024';
  row.marks = person.marks
    .filter(() => random.chance(noise.marks))
    .map((mark) => random.pick(latin ? mark.en : mark.ar))
    .join(';');
  return { row, nameParts: countParts(parts), manner: pen.manner };
}

function writeName(
  random: Random,
  settings: Settings,
  row: RegistryRow,
  pen: Pen,
  parts: NameParts,
): void {
  const { noise } = settings;
  if (parts.given === undefined) return;
  if (random.chance(noise.wholeName)) writeWhole(random, noise, row, pen, parts);
  else writeParts(row, pen, parts);
  misplace(random, noise, row);
  if (pen.latin || !random.chance(noise.bothScripts)) return;
  const other = readersLatinPen(random, settings, slipsOfEye(noise));
  row.name = wholeName(random, noise, other, parts);
}

/** Words run together, and parts in columns that are not theirs. */
function misplace(random: Random, noise: Readonly<Noise>, row: RegistryRow): void {
  const column = row.name_arabic !== '' ? 'name_arabic' : row.name !== '' ? 'name' : 'given_name';
  if (random.chance(noise.joinedWords)) row[column] = joinWords(random, row[column]);
  if (row.given_name === '' || row.father_name === '') return;
  if (random.chance(noise.mergedParts)) {
    row.given_name += ` ${row.father_name}`;
    row.father_name = '';
  } else if (row.family_name !== '' && random.chance(noise.swappedParts)) {
    [row.father_name, row.family_name] = [row.family_name, row.father_name];
  }
}

function writeFacts(
  random: Random,
  noise: Readonly<Noise>,
  row: RegistryRow,
  pen: Pen,
  person: Person,
): void {
  const { clan, self } = person;
  const has = (): boolean => !random.chance(noise.entryFactMissing);
  if (has()) row.sex = self.female ? 'female' : 'male';
  if (has()) row.age = ageSeen(random, noise, person);
  const paper = (): boolean => random.chance(noise.entryPapers);
  if (paper()) row.birth_date = String(birthYear(person));
  if (paper()) row.home_governorate = writePlace(random, clan.governorate, pen.manner);
  if (paper()) row.home_place = writePlace(random, clan.place, pen.manner);
  if (has()) row.branch = writeHolder(random, person.heldBy, pen.latin);
  if (has()) {
    const vague = random.chance(noise.vaguePhotoDate);
    row.photo_date = vague ? vagueMonth(random, person.photoDay) : writeDay(person.photoDay);
  }
}

/** A starved face looks older, and readers round to fives. */
function ageSeen(random: Random, noise: Readonly<Noise>, person: Person): string {
  const error = noise.ageBias + noise.ageDeviation * random.normal();
  const age = Math.min(99, Math.max(1, Math.round(ageOn(person, person.photoDay) + error)));
  return String(random.chance(noise.roundedAge) ? Math.max(5, Math.round(age / 5) * 5) : age);
}

/** The number on the card, and at times the hospital's; always one where there is no name. */
function writeNumbers(
  random: Random,
  noise: Readonly<Noise>,
  row: RegistryRow,
  person: Person,
  nameless: boolean,
): void {
  const read = (number: string): string => {
    const text = random.chance(noise.digit) ? misreadNumber(random, number) : number;
    return random.chance(0.2) ? arabicDigits(text) : text;
  };
  if (nameless || random.chance(noise.cardNumber)) row.detainee_number = read(person.number);
  if (random.chance(noise.hospitalNumber)) row.other_numbers = read(person.hospitalNumber);
}
