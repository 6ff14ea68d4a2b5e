import { PatternError, TitlePatterns } from '@athar/photo-titles';
import type { TitleSettingsView } from '@athar/registry';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import { patiently } from '../service/patience.js';
import type { Service } from '../service/service.js';
import type { ImportOptions } from './import-options.js';

/**
 * Makes sure that the collection at an address has title patterns: its own, or those given where it
 * has none yet. Patterns that somebody settled are never replaced from here.
 *
 * @throws BadArguments where there are none, or others; Refused for a pattern that cannot be used.
 */
export async function settlePatterns(
  service: Service,
  collection: string,
  { pattern: given, dryRun }: Pick<ImportOptions, 'pattern' | 'dryRun'>,
  { output, signal }: Session,
): Promise<void> {
  const path = `${collection}/title-patterns`;
  // Repeated as a whole: where the answer to the saving was lost, it turns out to be done.
  await patiently(async () => {
    const { patterns, version } = await service.get<TitleSettingsView>(path);
    if (patterns.length > 0) return requireSame(patterns, given);
    if (given === undefined) throw new BadArguments(missing);
    if (dryRun) throw new BadArguments(unsaved);
    await service.put<TitleSettingsView>(path, { patterns: given }, version);
    output.note('Saved the title patterns of the collection.');
  }, signal);
}

/** What can be seen of patterns before a collection is made for their titles. @throws BadArguments */
export function checkPatterns(patterns: readonly string[] | undefined): void {
  for (const [index, pattern] of (patterns ?? []).entries()) {
    try {
      new TitlePatterns([pattern]);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      throw new BadArguments(
        `Pattern ${index + 1} cannot be used: at character ${error.at + 1} expected ${error.expected}.`,
      );
    }
  }
}

function requireSame(saved: readonly string[], given: readonly string[] | undefined): void {
  if (given === undefined || saved.join('\n') === given.join('\n')) return;
  throw new BadArguments(
    `The collection has other title patterns already: ${saved.join(' | ')}. Leave --pattern out to ` +
      'use them, or change them with PUT /api/collections/{id}/title-patterns.',
  );
}

/** What to do where nobody has said how titles are read. */
export const missing =
  'The collection has no title patterns yet. Say how its titles are read with --pattern, as in ' +
  "--pattern '{number}[{suffix}] {photographer} {date:dd-mm-yyyy}[ {branch}]'.";

const unsaved =
  'A dry run saves no title patterns, and the collection has none yet. Try them on examples with ' +
  'POST /api/collections/{id}/title-patterns/try, or leave --dry-run out: --undo takes all back.';
