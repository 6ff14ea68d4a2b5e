import { foldText } from '../text/fold-text.js';
import type { GroupKey, GroupingRules, Photograph } from './photograph.js';

/** Words for "branch" that may or may not stand before its number or name. */
const branchWord = /^(?:(?:ال)?فرع|branch|br|far|fara|sube|subesi|branche) (?=.)/;

/** Branches are few and come again with every photograph. */
const branches = new Map<string, string>();
const MOST_BRANCHES = 5000;

/** A branch as keys compare it: `فرع ٢١٥`, `Branch 215` and `215` are one. */
export function foldBranch(branch: string): string {
  const known = branches.get(branch);
  if (known !== undefined) return known;
  const folded = foldText(branch).replace(branchWord, '');
  if (branches.size >= MOST_BRANCHES) branches.clear();
  branches.set(branch, folded);
  return folded;
}

/** A prisoner's number with its letter, as keys compare it: `0012` is `12`. */
export function foldNumber({ number, suffix }: Pick<Photograph, 'number' | 'suffix'>): string {
  if (suffix === undefined && plainNumber.test(number)) return number;
  return foldText(number + (suffix ?? '')).replace(/^0+(?=\d)/, '');
}

const plainNumber = /^[1-9]\d*$/;

/** What photographs of one prisoner have in common, dates apart. */
export function groupKeyOf(photograph: Photograph, rules: GroupingRules): GroupKey {
  const branch = foldBranch(photograph.branch ?? '');
  const folder = rules.byFolder ? foldText(photograph.folder ?? '') : '';
  return {
    number: foldNumber(photograph),
    ...(branch === '' ? {} : { branch }),
    ...(folder === '' ? {} : { folder }),
  };
}

/** A key as text: equal keys give equal texts. */
export function textOfKey({ number, branch, folder }: GroupKey): string {
  return JSON.stringify([number, branch ?? null, folder ?? null]);
}
