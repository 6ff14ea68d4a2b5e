import type { Problem } from '@athar/diagnostics';
import { GazetteerRefused } from './errors.js';
import { placeLevels, type Holder, type Named, type Place } from './gazetteer.js';

/** Letters of the longest name or spelling. */
export const MOST_LETTERS = 120;
/** Spellings of one place or holder. */
export const MOST_SPELLINGS = 200;
const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/u;

function problem(field: string, code: string, expected: string): Problem {
  return { field: `/${field}`, code, expected, fix: `Change ${field}.` };
}

function problemsOf(named: Named): Problem[] {
  const isName = (text: string) => text.trim().length > 0 && text.length <= MOST_LETTERS;
  const problems: Problem[] = [];
  if (!CODE.test(named.code))
    problems.push(problem('code', 'bad-value', '2 to 40 Latin letters, digits and hyphens'));
  for (const field of ['nameAr', 'nameEn'] as const)
    if (!isName(named[field]))
      problems.push(problem(field, 'bad-length', `1 to ${MOST_LETTERS} characters`));
  for (const field of ['spellings', 'weak'] as const)
    if (named[field].length > MOST_SPELLINGS || !named[field].every(isName))
      problems.push(problem(field, 'bad-length', `at most ${MOST_SPELLINGS} names`));
  if (named.source.length < 1 || named.source.length > 400)
    problems.push(problem('source', 'bad-length', '1 to 400 characters'));
  return problems;
}

/** @param parent what `place.parent` names, undefined where that is not there. @throws GazetteerRefused */
export function checkPlace(place: Place, parent: Place | undefined): void {
  const problems = problemsOf(place);
  const top = place.level === 'governorate';
  const rank = (level: Place['level']) => placeLevels.indexOf(level);
  const fits = top
    ? place.parent === null
    : parent !== undefined && rank(parent.level) < rank(place.level);
  if (!fits)
    problems.push(problem('parent', 'bad-parent', 'the code of a wider place; none at the top'));
  if (problems.length > 0) throw new GazetteerRefused(problems);
}

/**
 * @param line what the holder's parent is and belongs to, as far as that is there
 * @param placeKnown whether `holder.place` is there
 * @throws GazetteerRefused
 */
export function checkHolder(holder: Holder, line: readonly Holder[], placeKnown: boolean): void {
  const problems = problemsOf(holder);
  const circle = line.some(({ code }) => code === holder.code);
  if (circle || (holder.parent !== null && line.length === 0))
    problems.push(problem('parent', 'bad-parent', 'the code of a holder that is not below this'));
  if (holder.place !== null && !placeKnown)
    problems.push(problem('place', 'bad-place', 'the code of a place'));
  if (holder.number !== null && !/^[0-9]{1,6}$/u.test(holder.number))
    problems.push(problem('number', 'bad-value', '1 to 6 digits'));
  if (problems.length > 0) throw new GazetteerRefused(problems);
}
