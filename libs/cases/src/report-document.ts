import type { MissingPerson } from './missing-person.js';
import type { StatementSource } from './statement-source.js';

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

/** Somebody saw the missing person alive after the arrest, or is said to have. */
export interface Sighting {
  /** EDTF. */
  date?: string;
  place?: string;
  /** Who saw the person, as a fellow prisoner who was released. */
  by?: string;
  source: StatementSource;
  note?: string;
}

/** Who says it, where it is not the relative herself. */
export interface Witness {
  /** Left out where the witness would rather not be named. */
  name?: string;
  /** How the witness stands to the missing person, as `cellmate`. */
  relation?: string;
  /** What the witness says. */
  what: string;
  /** When the witness said it; EDTF. */
  date?: string;
  source: StatementSource;
  /** Whether the witness agrees to being asked; left out: nobody knows. */
  contactable?: boolean;
}

/** What the person wore or carried. */
export interface Belonging {
  what: string;
  source: StatementSource;
}

/**
 * What one relative says about one missing person. It is sealed whole; dates stay as written. A
 * report that was kept before a field was thought of lacks that field, so all that came later is
 * optional.
 */
export interface ReportDocument {
  person: MissingPerson;
  lastSeen?: LastSeen;
  arrest?: Arrest;
  detentions?: Detention[];
  sightings?: Sighting[];
  witnesses?: Witness[];
  belongings?: Belonging[];
  circumstances?: string;
}
