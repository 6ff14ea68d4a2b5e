import type { ImportKind } from '@athar/imports';
import { BadArguments } from '../service/errors.js';
import type { ImportOptions } from './import-options.js';

/** What the file's rows become, as the arguments say. @throws BadArguments */
export function importKindOf(options: ImportOptions): ImportKind {
  const { titles, reports, pattern } = options;
  if (titles && reports) throw new BadArguments('Give either --titles or --reports.');
  if (pattern && !titles) {
    throw new BadArguments('--pattern says how titles are read: give --titles with it.');
  }
  if (titles) return 'titles';
  return reports ? 'reports' : 'entries';
}
