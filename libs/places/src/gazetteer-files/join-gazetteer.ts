import { normalise } from '@athar/arabic-names';
import type { Problem } from '@athar/diagnostics';
import { MOST_SPELLINGS } from '../checks.js';
import { placeLevels, type Place } from '../gazetteer.js';
import { cueOf } from '../recognise/words.js';
import type { FilePlace, FileSpelling } from './read-gazetteer.js';

/** What files say, to be joined to what is known. */
export interface FileGazetteer {
  readonly places: readonly FilePlace[];
  readonly spellings: readonly FileSpelling[];
  readonly source: string;
}

export interface JoinedGazetteer<Known extends Place> {
  /** Wider places first. */
  readonly added: readonly Place[];
  readonly changed: readonly { readonly before: Known; readonly after: Place }[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
}

/** Joins files to what is known: new places, and more spellings of those that are there. Pure. */
export function joinGazetteer<Known extends Place>(
  known: readonly Known[],
  file: FileGazetteer,
): JoinedGazetteer<Known> {
  const before = new Map(known.map((place) => [place.code, place]));
  const after = new Map<string, Place>(before);
  const wide = [...file.places].sort(
    (a, b) => placeLevels.indexOf(a.level) - placeLevels.indexOf(b.level),
  );
  const problems: Problem[] = [];
  for (const { line, ...place } of wide) {
    const there = after.get(place.code);
    if (there !== undefined && there.level !== place.level)
      problems.push(problem(line, 'level', 'other-level', 'the level that this place has here'));
    else if (place.parent !== null && !after.has(place.parent))
      problems.push(problem(line, 'district_id', 'parent-unknown', 'a line that was taken itself'));
    else {
      const fresh = there ?? { ...place, spellings: [], weak: [], source: file.source };
      after.set(place.code, withSpellings(fresh, [place.nameAr, place.nameEn], file.source));
    }
  }
  const texts = spellingsByPlace(file.spellings, after, problems);
  for (const [code, more] of texts) {
    const place = after.get(code);
    if (place !== undefined) after.set(code, withSpellings(place, more, file.source));
  }
  const added = [...after.values()].filter(({ code }) => !before.has(code));
  const changed = known.flatMap((place) => {
    const now = after.get(place.code);
    return now === undefined || now === place ? [] : [{ before: place, after: now }];
  });
  const named = new Set([...file.places, ...file.spellings].map(({ code }) => code));
  const touched = [...named].filter((code) => after.has(code)).length;
  return { added, changed, problems, unchanged: touched - added.length - changed.length };
}

function spellingsByPlace(
  spellings: readonly FileSpelling[],
  places: ReadonlyMap<string, Place>,
  problems: Problem[],
): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const { line, code, text } of spellings) {
    const place = places.get(code);
    if (place === undefined)
      problems.push(
        problem(line, 'ocha_pcode', 'place-unknown', 'the code of a place that is there'),
      );
    else if (contradicts(text, place))
      problems.push(
        problem(line, 'alias', 'other-level', 'a name that does not speak of another level'),
      );
    else texts.set(code, [...(texts.get(code) ?? []), text]);
  }
  return texts;
}

/** True where the spelling calls the place something that it is not: a district "… Governorate". */
function contradicts(text: string, { level }: Place): boolean {
  const words = normalise(text).split(' ');
  const cues = [words[0], words.at(-1)].map((word) => cueOf(word ?? ''));
  return cues.some((cue) => cue === 'governorate' && level !== 'governorate');
}

function withSpellings(place: Place, texts: readonly string[], source: string): Place {
  const known = new Set([place.nameAr, place.nameEn, ...place.spellings]);
  const room = MOST_SPELLINGS - place.spellings.length;
  const fresh = [...new Set(texts)].filter((text) => !known.has(text)).slice(0, room);
  if (fresh.length === 0) return place;
  const sources = place.source.includes(source) ? place.source : `${place.source}; ${source}`;
  return {
    ...place,
    spellings: [...place.spellings, ...fresh],
    source: sources.slice(0, 400),
  };
}

function problem(row: number, field: string, code: string, expected: string): Problem {
  return { field, code, expected, fix: 'Correct the line, or leave it out.', row };
}
