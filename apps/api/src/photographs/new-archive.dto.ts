import type { NewArchive, TitleSettingsChange } from '@athar/registry';
import { z } from 'zod';
import { InvalidRequest, unstorableText } from '../http/index.js';
import { newCollection } from '../collections/collections.dto.js';
import { collectionAsked, newCollectionImportQuery } from '../imports/new-collection.dto.js';
import { titlesQuery } from './photographs.dto.js';
import { titlePatternsChange } from './title-patterns.dto.js';

/** What an address says of the list, and of the collection that is made for it. */
export const newArchiveQuery = z.strictObject({
  ...newCollectionImportQuery.shape,
  ...titlesQuery.shape,
  collectionKind: newCollection.shape.kind.default('photo_archive'),
});

/** Patterns may hold names, and addresses are logged. */
export const patternsHeader = {
  name: 'X-Athar-Title-Patterns',
  required: true,
  description:
    'How the titles are read: what PUT /api/collections/{id}/title-patterns takes, as JSON and ' +
    'percent-encoded (encodeURIComponent)',
  schema: { type: 'string' as const, example: '%7B%22patterns%22%3A%5B%22%7Bnumber%7D%22%5D%7D' },
};

/** The collection that a request asks for, with its patterns. @throws InvalidRequest */
export function archiveAsked(
  query: z.output<typeof newArchiveQuery>,
  header: string | undefined,
): NewArchive {
  const { collectionKind: kind } = query;
  return { ...collectionAsked(query), kind, titles: patternsIn(header) };
}

function patternsIn(header: string | undefined): TitleSettingsChange {
  try {
    const told: unknown = JSON.parse(decodeURIComponent(header ?? ''));
    if (unstorableText(told, '').length === 0) return titlePatternsChange.parse(told);
  } catch {
    // Refused below, whatever is wrong with it.
  }
  throw new InvalidRequest([
    {
      field: 'header/x-athar-title-patterns',
      code: header === undefined ? 'missing' : 'bad-value',
      expected: `what ${save} takes, as JSON and percent-encoded: {"patterns":["{number}"]}`,
      fix: 'Encode the JSON as encodeURIComponent does.',
    },
  ]);
}

const save = 'PUT /api/collections/{id}/title-patterns';
