import type { NumberPlace } from '../entry-document.js';

/** Names as read on a photograph: the whole as it stands there, or its parts. */
export interface ReadNames {
  whole?: string | undefined;
  given?: string | undefined;
  father?: string | undefined;
  grandfather?: string | undefined;
  family?: string | undefined;
  mother?: string | undefined;
  knownAs?: readonly string[] | undefined;
}

/** A number as read on a card or a body; numbers of the photographs' titles are read by program. */
export interface ReadNumber {
  value: string;
  readOn?: Exclude<NumberPlace, 'title'> | undefined;
}

/** What one member reads on an entry's photographs. No name and no number: nothing can be read. */
export interface Reading {
  names: ReadNames;
  numbers: readonly ReadNumber[];
  /** How sure the reader is, 0 to 1. */
  confidence: number;
  note?: string | undefined;
}

/** How a third settles two readings that differ: one of them is right, or neither. */
export type Settlement =
  | { choose: 'first' | 'second'; confidence: number; note?: string | undefined }
  | { reading: Reading };

/** A reading as it is kept: of the third also which of the two was chosen. */
export interface KeptReading extends Reading {
  chose?: 'first' | 'second';
}

/** Names of one person in the order in which they are said; empty where no part is read. */
export function nameText(names: ReadNames): string {
  const parts = [names.given, names.father, names.grandfather, names.family];
  return names.whole ?? parts.filter((part) => part !== undefined).join(' ');
}
