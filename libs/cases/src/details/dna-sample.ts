import { checkDate } from '../check-date.js';
import type { DetailType } from './case-detail.js';

/** That a relative gave a DNA sample, and where: never the sample's profile. */
export interface DnaSample {
  /** The laboratory or office that took it. */
  takenAt: string;
  /** EDTF. */
  takenOn?: string;
  /** How the giver stands to the missing person, where the giver is no contact. */
  relative?: string;
  /** The laboratory's own number. */
  reference?: string;
  note?: string;
}

export const dnaSamples: DetailType<DnaSample> = {
  table: 'dna_samples',
  subject: 'dna_sample',
  columns: [],
  check: ({ takenOn }, today) => checkDate('/takenOn', takenOn, today),
};
