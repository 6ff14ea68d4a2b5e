import type { Settings } from './options.js';
import type { NameToken } from './name-token.js';
import type { Person } from './person.js';
import { Random, streams } from './random.js';
import { Ranked } from './ranked.js';
import { pickFamilyName, pickGiven } from './vocabulary.js';

/** How a relative stands to the missing person: "the missing person's mother", and so on. */
export const RELATIONSHIPS = [
  'mother',
  'brother',
  'father',
  'wife',
  'husband',
  'sister',
  'son',
  'daughter',
  'uncle',
  'cousin',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** Who made a report. Phone and e-mail cannot exist; they are empty where there is none. */
export interface Relative {
  report_id: string;
  name: string;
  relationship: Relationship;
  phone: string;
  email: string;
  language: 'ar' | 'en';
}

const weights: Readonly<Record<Relationship, number>> = {
  mother: 25,
  brother: 22,
  father: 16,
  wife: 14,
  husband: 0,
  sister: 10,
  son: 4,
  daughter: 3,
  uncle: 3,
  cousin: 3,
};
const anyRelationship = new Ranked(RELATIONSHIPS, (relationship) => weights[relationship]);

/** Who reports; `latin` says whether the report is written in Latin letters. */
export function relativeOf(
  settings: Settings,
  person: Person,
  report: { id: string; position: number; latin: boolean },
): Relative {
  const random = new Random(settings.seed, streams.relative, report.position);
  const relationship = relationshipTo(random, person);
  const number = String(random.below(100_000)).padStart(5, '0');
  const domain = random.chance(0.5) ? 'example.invalid' : 'example.org';
  return {
    report_id: report.id,
    name: nameOf(random, relationship, person)
      .map((token) => (report.latin ? latinName(token) : token.ar))
      .join(' '),
    relationship,
    phone: random.chance(0.9) ? `+963 0000 ${number}` : '',
    email: random.chance(0.4) ? `relative.${report.id}@${domain}` : '',
    language: report.latin && random.chance(0.4) ? 'en' : 'ar',
  };
}

function relationshipTo(random: Random, person: Person): Relationship {
  const relationship = anyRelationship.pick(random);
  return relationship === 'wife' && person.self.female ? 'husband' : relationship;
}

function nameOf(random: Random, relationship: Relationship, { clan, self }: Person): NameToken[] {
  const given = (female: boolean): NameToken => {
    const name = pickGiven(random, clan.community, female, self.generation);
    return name.ar === self.given.at(-1)?.ar ? given(female) : name;
  };
  switch (relationship) {
    case 'mother':
      return [self.mother, self.mothersFamily];
    case 'father':
      return [...self.father, clan.familyName];
    case 'wife':
      return [given(true), pickFamilyName(random, clan.community)];
    case 'husband':
      return [given(false), pickFamilyName(random, clan.community)];
    default:
      return [given(relationship === 'sister' || relationship === 'daughter'), clan.familyName];
  }
}

function latinName({ article, latin }: NameToken): string {
  return (article ? 'Al-' : '') + (latin.en[0] ?? '');
}
