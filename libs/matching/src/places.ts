import { foldForSearch } from '@athar/arabic-names';
import governorates from './governorates.json' with { type: 'json' };

/** Where a person is from: a governorate's P-code where one was recognised, and the place's words. */
export interface Place {
  readonly governorate: string | null;
  readonly words: string | null;
}

const codes = new Map<string, string>();
for (const [code, names] of Object.entries(governorates)) {
  codes.set(code.toLowerCase(), code);
  for (const name of names) codes.set(foldForSearch(name), code);
}

/** P-code of a governorate by code or by name in either script; the folded text where it is unknown. */
function governorateOf(text: string | undefined): string | null {
  const folded = foldForSearch(text ?? '').replace(/^محافظه /u, '');
  if (folded === '') return null;
  const district = /^sy\d\d/.exec(folded)?.[0];
  return codes.get(district ?? folded) ?? folded;
}

/** Reads a home; null where nothing is known. A place that is a governorate's name stands for it. */
export function placeOf(governorate: string | undefined, place: string | undefined): Place | null {
  const words = foldForSearch(place ?? '');
  const known = governorateOf(governorate) ?? codes.get(words) ?? null;
  return known === null && words === '' ? null : { governorate: known, words: words || null };
}
