import type { Problem } from '@athar/diagnostics';
import { foldIdentity, type ColumnVocabulary, type GoodRow, type TargetRow } from '@athar/imports';
import { ListingReader, textOf } from '@athar/photo-titles';
import words from './titles-words.json' with { type: 'json' };

/** The columns of a manifest. */
export const titleVocabulary: ColumnVocabulary = {
  columns: ['title', 'folder', 'path', 'id', 'copy'],
  words,
  ambiguous: [],
};

/** One photograph as its manifest names it. */
export interface ListedPhotograph {
  title: string;
  folder?: string;
}

const LONGEST = 600;

/**
 * A row of a manifest: its title with its folder, or a path that holds both. It is known by the id of
 * the photograph where the file has one, so that a title can be corrected; else by folder and title,
 * and by `copy` where several photographs have the same.
 */
export function listedPhotograph(
  row: TargetRow,
): GoodRow<ListedPhotograph> | { problems: Problem[] } {
  const listed = listedIn(row);
  if (!listed) return refused('title-missing', 'the title of a photograph');
  if (textOf(listed).length > LONGEST)
    return refused('title-too-long', `at most ${LONGEST} characters`);
  const id = textIn(row, 'id');
  const byTitle = ['title', listed.folder ?? '', listed.title, textIn(row, 'copy') ?? '1'];
  const identity = id === undefined ? byTitle : ['id', id];
  return { identity: JSON.stringify(identity.map(foldIdentity)), document: listed };
}

function listedIn(row: TargetRow): ListedPhotograph | undefined {
  const path = textIn(row, 'path');
  if (path !== undefined) return new ListingReader().read(path);
  const title = textIn(row, 'title');
  const folder = textIn(row, 'folder');
  const listed = title === undefined ? undefined : new ListingReader('titles').read(title);
  return listed && folder !== undefined
    ? { ...listed, folder: folder.replaceAll('\\', '/') }
    : listed;
}

function textIn(row: TargetRow, column: string): string | undefined {
  const text = row.get(column)?.text.trim();
  return text === '' ? undefined : text;
}

function refused(code: string, expected: string): { problems: Problem[] } {
  const fix = 'Give each photograph a row with its title.';
  return { problems: [{ field: 'title', code, expected, fix }] };
}
