import type { Generation } from './fashions.js';
import type { GivenName } from './naming.js';
import type { Person } from './person.js';

/** Who the person of a row truly is: what tells a brother, a cousin and a homonym from him. */
export interface About {
  /** Numbers from 0. Rows on one person share it, whatever they say. */
  person: number;
  /** Brothers and sisters share it: the children of one father and mother. */
  household: number;
  /** A grandfather, his sons and their children share it. */
  clan: number;
  /** 1 for the grandfather, 2 for his sons, 3 for their children. */
  generation: Generation;
  /** Given, father's, grandfather's and family name as on the paper, in Arabic: homonyms share it. */
  name: readonly [given: string, father: string, grandfather: string, family: string];
}

export function aboutOf({ index, householdIndex, clanIndex, clan, self }: Person): About {
  return {
    person: index,
    household: householdIndex,
    clan: clanIndex,
    generation: self.generation,
    name: [
      written(self.given),
      written(self.father),
      written(self.grandfather),
      clan.familyName.ar,
    ],
  };
}

function written(name: GivenName): string {
  return name.map(({ ar }) => ar).join(' ');
}
