import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import type { GazetteerLoaded } from '@athar/places';
import { exitCode, type ExitCode } from '../../exit-code.js';
import { problemSentence } from '../../problem-sentence.js';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import { Service } from '../service/service.js';

/** Arguments of `athar places load`. */
export interface LoadPlacesOptions {
  /** Publisher and licence. */
  source: string;
  as: string;
  url: string;
}

/**
 * Brings the two files of a public gazetteer to the service. Good lines are kept, bad ones named.
 *
 * @throws BadArguments for a file that is no text; Refused with what the service says.
 */
export async function loadPlaces(
  placesFile: string,
  spellingsFile: string | undefined,
  { source, as, url }: LoadPlacesOptions,
  session: Session,
): Promise<ExitCode> {
  const places = await readText(placesFile);
  const spellings = spellingsFile === undefined ? undefined : await readText(spellingsFile);
  const service = await Service.find(url, as, session);
  const body = { places, source, ...(spellings === undefined ? {} : { spellings }) };
  const loaded = await service.post<GazetteerLoaded>('/api/places/import', body, randomUUID());
  const { added, changed, unchanged, problems, problemCount } = loaded;
  const { output } = session;
  for (const problem of problems) output.note(problemSentence(problem));
  if (problems.length < problemCount) {
    output.note(`and ${problemCount - problems.length} more bad lines`);
  }
  output.result(
    `Places added ${added}, changed ${changed}, unchanged ${unchanged}; ${problemCount} bad lines.`,
  );
  return problemCount > 0 ? exitCode.someRowsBad : exitCode.done;
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadArguments(`${file} is not a text in UTF-8. Save it as tab-separated UTF-8 text.`);
  }
}
