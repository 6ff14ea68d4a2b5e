/** How the relative knows what she says. */
export const statementSources = ['first_hand', 'hearsay', 'paid', 'official'] as const;
export type StatementSource = (typeof statementSources)[number];

/**
 * The names of the missing person, in either script, as the relative gave them: whole, in parts, or
 * both. At least one is there.
 */
export interface PersonNames {
  full?: string[];
  given?: string;
  father?: string;
  grandfather?: string;
  family?: string;
  mother?: string;
  knownAs?: string[];
}

export interface MissingPerson {
  names: PersonNames;
  sex?: 'male' | 'female';
  /** EDTF, as `1987` or `1987-05~`. */
  birthDate?: string;
  home?: { governorate?: string; place?: string };
  marks?: string[];
  detaineeNumber?: string;
}

export interface LastSeen {
  /** EDTF. */
  date?: string;
  source: StatementSource;
  place?: string;
}

export interface Arrest {
  /** EDTF. */
  date?: string;
  source: StatementSource;
  /** The holder: the branch or force that took the person. */
  by?: string;
  place?: string;
}

export interface Detention {
  place: string;
  /** EDTF. */
  from?: string;
  /** EDTF. */
  to?: string;
  source: StatementSource;
}

/** What one relative says about one missing person. It is sealed whole; dates stay as written. */
export interface ReportDocument {
  person: MissingPerson;
  lastSeen?: LastSeen;
  arrest?: Arrest;
  detentions?: Detention[];
  circumstances?: string;
}
