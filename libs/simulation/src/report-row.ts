import { civilDate, dayNumber, writeDay, writeMonth } from './calendar.js';
import { emptyReport, type ReportRow } from './columns.js';
import { misreadNumber } from './digit-errors.js';
import { knownAs } from './known-as.js';
import { countParts, knownParts, wholeName, writeParts, writeWhole } from './name-columns.js';
import type { Settings } from './options.js';
import { arabicPen, relativesLatinPen, type Pen, type PenNoise } from './pen.js';
import { birthYear, type Person } from './person.js';
import { pickHolder, writeHolder, writePlace, type Holder } from './places.js';
import { Random, streams } from './random.js';

/** A written report and how many of the four name parts it holds. */
export interface WrittenReport {
  row: ReportRow;
  nameParts: number;
  /** True where the relative writes Latin letters. */
  latin: boolean;
}

const today = dayNumber({ year: 2025, month: 6, day: 30 });

/** What a relative says about a person; `position` is the row's and names its random numbers. */
export function writeReport(settings: Settings, person: Person, position: number): WrittenReport {
  const { noise } = settings;
  const random = new Random(settings.seed, streams.report, position);
  const penNoise: PenNoise = { spelling: noise.spelling, slip: noise.typing, by: 'hand' };
  const latin = random.chance(noise.latinReports);
  const pen = latin ? relativesLatinPen(random, penNoise) : arabicPen(random, penNoise);
  const row = emptyReport();
  const nameParts = writeName(random, settings, row, pen, person);
  if (random.chance(0.15)) row.known_as = knownAs(random, pen, person);
  const has = (): boolean => !random.chance(noise.reportFactMissing);
  if (has()) row.sex = person.self.female ? 'female' : 'male';
  if (has()) row.birth_date = writeBirth(random, birthYearSaid(random, settings, person), person);
  if (has()) row.home_governorate = writePlace(random, person.family.governorate, pen.latin);
  if (has()) row.home_place = writePlace(random, person.family.place, pen.latin);
  if (has()) writeArrest(random, row, pen, person);
  if (has()) writeLastSeen(random, settings, row, person);
  row.detention_places = detentionPlaces(random, person, pen.latin);
  if (random.chance(noise.reportNumber)) {
    row.detainee_number = random.chance(noise.digit)
      ? misreadNumber(random, person.number)
      : person.number;
  }
  row.marks = person.marks
    .filter(() => random.chance(noise.marks))
    .map((mark) => random.pickUsual(pen.latin ? mark.en : mark.ar))
    .join(';');
  return { row, nameParts, latin: pen.latin };
}

function writeName(
  random: Random,
  settings: Settings,
  row: ReportRow,
  pen: Pen,
  person: Person,
): number {
  const { noise } = settings;
  const parts = knownParts(random, person, {
    father: noise.reportFatherMissing,
    grandfather: noise.reportGrandfatherMissing,
    family: noise.reportFamilyMissing,
    mother: noise.reportMotherMissing,
  });
  if (random.chance(noise.wholeName)) writeWhole(random, row, pen, parts);
  else writeParts(row, pen, parts);
  if (!pen.latin && random.chance(noise.bothScripts)) {
    const other = relativesLatinPen(random, { spelling: 0, slip: noise.typing, by: 'hand' });
    row.name = wholeName(random, other, parts);
  }
  return countParts(parts);
}

function birthYearSaid(random: Random, settings: Settings, person: Person): number {
  const year = birthYear(person);
  if (!random.chance(settings.noise.birthError)) return year;
  return year + random.between(1, 5) * (random.chance(0.5) ? 1 : -1);
}

/** A full date, 1 January standing for the year, the year alone, or about a year. */
function writeBirth(random: Random, year: number, person: Person): string {
  const kind = random.float();
  if (kind < 0.45) {
    const { month, day } = civilDate(person.birthDay);
    return writeDay(dayNumber({ year, month, day }));
  }
  if (kind < 0.53) return `${year}-01-01`;
  return kind < 0.85 ? String(year) : `${year}~`;
}

/** A day in the past as precisely as it is remembered. */
function writePast(random: Random, day: number): string {
  const kind = random.float();
  const { year } = civilDate(day);
  if (kind < 0.45) return writeDay(day);
  if (kind < 0.75) return writeMonth(day);
  if (kind < 0.87) return String(year);
  return kind < 0.95 ? `${year}~` : `${year}/${year + 1}`;
}

function writeArrest(random: Random, row: ReportRow, pen: Pen, person: Person): void {
  const off = random.chance(0.1) ? random.between(-90, 90) : 0;
  row.arrest_date = writePast(random, person.arrestDay + off);
  row.arrest_source = random.pickUsual(['first_hand', 'hearsay', 'official']);
  if (random.chance(0.5)) row.arrested_by = writeHolder(random, person.arrestedBy, pen.latin);
}

/** Seen at the arrest, or later in detention; some are told of sightings that cannot be. */
function writeLastSeen(random: Random, settings: Settings, row: ReportRow, person: Person): void {
  if (random.chance(settings.noise.dateConflict)) {
    const told = Math.min(person.photoDay + random.between(30, 1500), today);
    row.last_seen_date = writePast(random, told);
    row.last_seen_source = random.pickUsual(['hearsay', 'paid', 'official', 'first_hand']);
    return;
  }
  const inDetention = random.chance(0.3);
  const later = inDetention ? random.below(person.photoDay - person.arrestDay) : 0;
  row.last_seen_date = writePast(random, person.arrestDay + later);
  row.last_seen_source = inDetention
    ? random.pickUsual(['hearsay', 'first_hand', 'paid', 'official'])
    : 'first_hand';
}

/** Where released prisoners say they met him: often right, sometimes another branch. */
function detentionPlaces(random: Random, person: Person, latin: boolean): string {
  const places: Holder[] = [];
  if (random.chance(0.3)) places.push(person.heldBy);
  if (random.chance(0.15)) places.push(pickHolder(random));
  return [...new Set(places)].map((holder) => writeHolder(random, holder, latin)).join(';');
}
