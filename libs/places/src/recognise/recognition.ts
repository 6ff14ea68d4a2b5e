import type { HolderKind, PlaceLevel } from '../gazetteer.js';

export const matchWays = ['exact', 'folded', 'similar'] as const;
/**
 * How a text met a name: letter for letter but for marks and case; after the folding of usual
 * spellings; or by sound, an error or an unusual spelling apart.
 */
export type MatchWay = (typeof matchWays)[number];

export const usages = ['plain', 'nisba', 'part_of_name'] as const;
/**
 * How the name is used: plainly; as a nisba (الحمصي is a family name as often as an origin); or in
 * the name of something else (شارع بغداد). Only plain use is ever certain.
 */
export type Usage = (typeof usages)[number];

/** What a match belongs to, nearest first. */
export interface Ancestor {
  readonly code: string;
  readonly nameAr: string;
  readonly nameEn: string;
}

interface MatchOf {
  readonly code: string;
  readonly nameAr: string;
  readonly nameEn: string;
  readonly parents: readonly Ancestor[];
  readonly how: MatchWay;
  /** In [0, 1]. An order, not a probability. */
  readonly confidence: number;
}

export interface PlaceMatch extends MatchOf {
  readonly what: 'place';
  readonly level: PlaceLevel;
}

export interface HolderMatch extends MatchOf {
  readonly what: 'holder';
  readonly kind: HolderKind;
  readonly number: string | null;
  /** P-code of the place where it stands, where that is known. */
  readonly place: string | null;
}

export type Match = PlaceMatch | HolderMatch;

/** One stretch of the text in which a name was recognised. */
export interface Mention {
  /** Offsets into the text as given, in UTF-16 units; `to` is behind the last. */
  readonly from: number;
  readonly to: number;
  /** The stretch itself. */
  readonly text: string;
  readonly usage: Usage;
  /**
   * What it names beyond reasonable doubt, or null. A name of a governorate and of its district is
   * certain as the governorate, which is true either way; the district is then an alternative.
   */
  readonly certain: Match | null;
  /** Everything else that it may name, the likeliest first, at most five. */
  readonly alternatives: readonly Match[];
}

/** What was recognised in a text, in the order of the text. Never a copy of the text as a whole. */
export interface Recognition {
  readonly mentions: readonly Mention[];
  /** The narrowest places that are certain: none of them contains another. */
  readonly places: readonly PlaceMatch[];
  /** The holders that are certain, the narrowest too. */
  readonly holders: readonly HolderMatch[];
  /** P-codes of the governorates that the certain places lie in, without repeats. */
  readonly governorates: readonly string[];
}

export interface RecogniseOptions {
  /** What the text's field asks for: then a bare number names a branch (`holder`). */
  readonly expecting?: 'place' | 'holder' | undefined;
}

/** Recognises places and holders in free text. Pure, in memory; keeps nothing of what it is given. */
export interface Recogniser {
  /** Any text; what lies beyond its first 2,000 characters is not read. Never throws. */
  recognise(text: string, options?: RecogniseOptions): Recognition;
}
