import type { StatementSource } from './statement-source.js';

/** The parts of a Syrian name, in either script, as the relative gave them. */
export interface NameParts {
  given?: string;
  /** Second of a double given name, where the relative tells them apart: علي of محمد علي. */
  secondGiven?: string;
  father?: string;
  grandfather?: string;
  family?: string;
  mother?: string;
  motherFamily?: string;
  /** A woman's husband; it stands beside her own family name. */
  husband?: string;
}

/** The names of the missing person: whole, in parts, or both. At least one is there. */
export interface PersonNames extends NameParts {
  full?: string[];
  knownAs?: string[];
}

/** Why a person has another name. */
export const alternativeKinds = [
  'home_name',
  'registered_name',
  'other_family',
  'passport',
  'other_spelling',
  'other',
] as const;
export type AlternativeKind = (typeof alternativeKinds)[number];

/**
 * Another reading of the name. Parts that it leaves out are those of the main name, so that another
 * family name alone is enough.
 */
export interface NameAlternative {
  names: PersonNames;
  source: StatementSource;
  kind?: AlternativeKind;
  note?: string;
}

/** A further number that the person was held under. */
export interface HeldNumber {
  value: string;
  source: StatementSource;
  /** The branch or prison that gave it. */
  givenBy?: string;
}

/** What stands on the identity paper beside the name. */
export interface IdentityPapers {
  /** Place of the civil register (محل القيد). */
  registerPlace?: string;
  /** Number in the civil register (رقم القيد). */
  registerNumber?: string;
  nationalNumber?: string;
}

/** The facts of a person whose source can be told apart from that of the report. */
export const sourcedFacts = [
  'names',
  'birthDate',
  'birthPlace',
  'home',
  'marks',
  'detaineeNumber',
  'papers',
] as const;
export type SourcedFact = (typeof sourcedFacts)[number];

export interface MissingPerson {
  names: PersonNames;
  alternatives?: NameAlternative[];
  papers?: IdentityPapers;
  sex?: 'male' | 'female';
  /** EDTF, as `1987` or `1987-05~`. */
  birthDate?: string;
  birthPlace?: string;
  home?: { governorate?: string; place?: string };
  marks?: string[];
  detaineeNumber?: string;
  otherNumbers?: HeldNumber[];
  /** How each fact is known; a fact that is not named is first-hand or was not asked about. */
  sources?: Partial<Record<SourcedFact, StatementSource>>;
}
