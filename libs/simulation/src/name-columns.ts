import type { NameToken } from './name-token.js';
import type { Noise } from './noise.js';
import type { Pen } from './pen.js';
import type { Person } from './person.js';
import type { Random } from './random.js';
import { firstOfDoubleNames } from './vocabulary.js';

type Part = readonly NameToken[];

/** The name parts that a record knows. */
export interface NameParts {
  given?: Part;
  father?: Part;
  grandfather?: Part;
  family?: Part;
  mother?: Part;
}

/** The columns in which a name stands, in reports and entries alike. */
export interface NameColumns {
  name: string;
  name_arabic: string;
  given_name: string;
  father_name: string;
  grandfather_name: string;
  family_name: string;
  mother_name: string;
}

/** All parts of a person's name; `missing` says of each part but the given one how often it lacks. */
export function knownParts(
  random: Random,
  { shortenedDouble }: Readonly<Noise>,
  { clan, self }: Person,
  missing: { father: number; grandfather: number; family: number; mother: number },
): NameParts {
  const parts: NameParts = { given: shortened(random, shortenedDouble, self.given) };
  if (!random.chance(missing.father))
    parts.father = shortened(random, shortenedDouble, self.father);
  if (!random.chance(missing.grandfather)) parts.grandfather = self.grandfather;
  if (!random.chance(missing.family)) parts.family = [clan.familyName];
  if (!random.chance(missing.mother)) {
    parts.mother = random.chance(0.3) ? [self.mother, self.mothersFamily] : [self.mother];
  }
  return parts;
}

/** How many of given, father's, grandfather's and family name are known: 0 to 4. */
export function countParts({ given, father, grandfather, family }: NameParts): number {
  return [given, father, grandfather, family].filter((part) => part !== undefined).length;
}

/** Writes every part in its own column. */
export function writeParts(row: NameColumns, pen: Pen, parts: NameParts): void {
  if (parts.given) row.given_name = pen.write(parts.given);
  if (parts.father) row.father_name = pen.write(parts.father);
  if (parts.grandfather) row.grandfather_name = pen.write(parts.grandfather);
  if (parts.family) row.family_name = pen.write(parts.family);
  if (parts.mother) row.mother_name = pen.write(parts.mother);
}

/** Writes the name as one text in the column of its script, the mother's beside it or in it. */
export function writeWhole(
  random: Random,
  noise: Readonly<Noise>,
  row: NameColumns,
  pen: Pen,
  parts: NameParts,
): void {
  const text = wholeName(random, noise, pen, parts);
  const mother = parts.mother ? pen.write(parts.mother) : '';
  const inside = mother !== '' && !pen.latin && random.chance(0.2);
  if (!inside) row.mother_name = mother;
  row[pen.latin ? 'name' : 'name_arabic'] = inside ? `${text} والدته ${mother}` : text;
}

/** Given, father's, grandfather's and family name in the orders people use. */
export function wholeName(
  random: Random,
  { otherOrder }: Readonly<Noise>,
  pen: Pen,
  parts: NameParts,
): string {
  const write = (part: Part | undefined): string => (part ? pen.write(part) : '');
  const given = write(parts.given);
  const father = write(parts.father);
  const grandfather = write(parts.grandfather);
  const family = write(parts.family);
  const son = pen.latin ? 'bin' : 'بن';
  let words = [given, father, grandfather, family];
  if (random.chance(otherOrder)) {
    const order = random.float();
    if (father !== '' && order < 0.4) words = [given, family, son, father];
    else if (father !== '' && order < 0.8) words = [given, son, father, grandfather, family];
    else if (family !== '') words = [family, given, father];
  }
  return words.filter((word) => word !== '').join(' ');
}

/** A double name is often said without its leading Muhammad. */
function shortened(random: Random, often: number, name: Part): Part {
  const isDouble = name.length > 1 && name[0]?.ar === firstOfDoubleNames.ar;
  return isDouble && random.chance(often) ? name.slice(1) : name;
}
