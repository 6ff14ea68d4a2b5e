import { dayNumber } from './calendar.js';
import { emptyReport, type ReportRow } from './columns.js';
import { misreadNumber } from './digit-errors.js';
import { knownAs } from './known-as.js';
import { tellBirth, tellDay, vaguely } from './memory.js';
import {
  countParts,
  knownParts,
  wholeName,
  writeParts,
  writeWhole,
  type NameParts,
} from './name-columns.js';
import type { Noise } from './noise.js';
import type { Settings } from './options.js';
import { arabicPen, relativesLatinPen, type Pen } from './pen.js';
import type { Person } from './person.js';
import { pickHolder, pickPlace, writeHolder, writePlace, type Holder } from './places.js';
import { Random, streams } from './random.js';
import { slipsOfHand } from './slips.js';
import type { Manner } from './traditions.js';

/** A written record, how many of the four name parts it holds, and in which manner it is written. */
export interface Written<Row> {
  row: Row;
  nameParts: number;
  manner: Manner;
}

const today = dayNumber({ year: 2025, month: 6, day: 30 });

/** What a relative says about a person; `position` is the row's and names its random numbers. */
export function writeReport(
  settings: Settings,
  person: Person,
  position: number,
): Written<ReportRow> {
  const { noise } = settings;
  const random = new Random(settings.seed, streams.report, position);
  const slip = slipsOfHand(noise);
  const latin = random.chance(noise.latinReports);
  const pen = latin
    ? relativesLatinPen(random, settings, slip)
    : arabicPen(random, noise.spelling, slip);
  const row = emptyReport();
  const parts = partsTold(random, noise, person);
  writeName(random, settings, row, pen, parts);
  if (random.chance(noise.reportKnownAs)) row.known_as = knownAs(random, pen, person);
  writeFacts(random, noise, row, pen, person);
  row.detention_places = detentionPlaces(random, noise, person, latin);
  if (random.chance(noise.reportNumber)) {
    row.detainee_number = random.chance(noise.digit)
      ? misreadNumber(random, person.number)
      : person.number;
  }
  row.marks = person.marks
    .filter(() => random.chance(noise.marks))
    .map((mark) => random.pickUsual(latin ? mark.en : mark.ar))
    .join(';');
  return { row, nameParts: countParts(parts), manner: pen.manner };
}

/** The name as the relative has it in mind. */
function partsTold(random: Random, noise: Readonly<Noise>, person: Person): NameParts {
  const parts = knownParts(random, noise, person, {
    father: noise.reportFatherMissing,
    grandfather: noise.reportGrandfatherMissing,
    family: noise.reportFamilyMissing,
    mother: noise.reportMotherMissing,
  });
  if (parts.grandfather && random.chance(noise.grandfatherError)) {
    parts.grandfather = person.self.greatGrandfather;
  }
  if (person.homeName && random.chance(noise.homeNameReported)) parts.given = [person.homeName];
  return parts;
}

function writeName(
  random: Random,
  settings: Settings,
  row: ReportRow,
  pen: Pen,
  parts: NameParts,
): void {
  const { noise } = settings;
  if (random.chance(noise.wholeName)) writeWhole(random, noise, row, pen, parts);
  else writeParts(row, pen, parts);
  if (pen.latin || !random.chance(noise.bothScripts)) return;
  const other = relativesLatinPen(random, settings, slipsOfHand(noise));
  row.name = wholeName(random, noise, other, parts);
}

function writeFacts(
  random: Random,
  noise: Readonly<Noise>,
  row: ReportRow,
  pen: Pen,
  person: Person,
): void {
  const { clan, self } = person;
  const has = (): boolean => !random.chance(noise.reportFactMissing);
  if (has()) row.sex = self.female ? 'female' : 'male';
  if (has()) row.birth_date = tellBirth(random, noise, person);
  if (has()) row.home_governorate = writePlace(random, clan.governorate, pen.manner);
  if (has()) {
    const moved = random.chance(noise.homeError);
    const place = moved ? pickPlace(random, clan.governorate) : clan.place;
    row.home_place = writePlace(random, place, pen.manner);
  }
  if (has()) writeArrest(random, noise, row, pen, person);
  if (has()) writeLastSeen(random, noise, row, person);
}

function writeArrest(
  random: Random,
  noise: Readonly<Noise>,
  row: ReportRow,
  pen: Pen,
  person: Person,
): void {
  const source = random.pickUsual(['first_hand', 'hearsay', 'official'] as const);
  row.arrest_date = tellDay(random, noise, person.arrestDay, source);
  row.arrest_source = source;
  if (!random.chance(noise.arrestedByTold)) return;
  const holder = random.chance(noise.holderError) ? pickHolder(random) : person.arrestedBy;
  row.arrested_by = writeHolder(random, holder, pen.latin);
}

/** Seen at the arrest, or later in detention; some are told of sightings that cannot be. */
function writeLastSeen(
  random: Random,
  noise: Readonly<Noise>,
  row: ReportRow,
  { arrestDay, photoDay }: Person,
): void {
  if (random.chance(noise.dateConflict)) {
    const told = Math.min(photoDay + random.between(30, 1500), today);
    row.last_seen_date = vaguely(random, noise.vagueDate, told);
    row.last_seen_source = random.pickUsual(['hearsay', 'paid', 'official', 'first_hand']);
    return;
  }
  const inDetention = random.chance(noise.seenInDetention);
  const source = inDetention
    ? random.pickUsual(['hearsay', 'first_hand', 'paid', 'official'] as const)
    : 'first_hand';
  const later = inDetention ? random.below(photoDay - arrestDay) : 0;
  row.last_seen_date = tellDay(random, noise, arrestDay + later, source);
  row.last_seen_source = source;
}

/** Where released prisoners say they met him: often right, sometimes another branch. */
function detentionPlaces(
  random: Random,
  noise: Readonly<Noise>,
  person: Person,
  latin: boolean,
): string {
  const places: Holder[] = [];
  if (random.chance(noise.placeOfDetention)) places.push(person.heldBy);
  if (random.chance(noise.wrongPlaceOfDetention)) places.push(pickHolder(random));
  return [...new Set(places)].map((holder) => writeHolder(random, holder, latin)).join(';');
}
