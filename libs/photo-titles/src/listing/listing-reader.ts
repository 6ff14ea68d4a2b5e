import type { ListedTitle } from '../pattern/title-pattern.js';
import { hasPhotoEnding, withoutPhotoEnding } from './file-ending.js';

/** `titles`: one title a line, whatever is in it; `auto` knows paths and listings by their look. */
export const listingKinds = ['auto', 'titles'] as const;
export type ListingKind = (typeof listingKinds)[number];

/** `-rw-r--r-- 1 a b 12345 May  3  2013 name` and `… 2013-05-03 10:22 name`, with or without inode. */
const longLine =
  /^(?:\s*\d+\s+\d+\s+)?([-dlbcps])[-rwxsStT]{9}[.+@]?\s+\d+\s+\S+\s+\S+\s+\d+\s+(?:[A-Za-z]{3,}\.?\s+\d{1,2}\s+[\d:]{4,5}|\d{4}-\d\d-\d\d\s+[\d:.]+(?:\s+[-+]\d{4})?)\s(.+)$/;
/** `12345  ./folder/name` of du and find, with the size before the path. */
const sizeBeforePath = /^\s*\d[\d.,]*[KMGT]?\s+(?=\.{0,2}\/|[A-Za-z]:\\|\\\\)/;
const pathStart = /^(?:\.{1,2}[/\\]|\/|[A-Za-z]:[/\\]|\\\\)/;

/**
 * Reads the lines of a manifest one after another: titles, or what `ls -R`, `ls -lR`, `find`, `du -a`
 * and `dir /s /b` print. Folders, totals and blank lines are passed over.
 */
export class ListingReader {
  /** The folder that `ls -R` announced last. */
  private folder: string | undefined;

  constructor(private readonly kind: ListingKind = 'auto') {}

  /** The photograph that a line names; undefined where it names none. */
  read(line: string): ListedTitle | undefined {
    const text = line.replace(/[\r\n]+$/, '').replace(/^\uFEFF/, '');
    if (text.trim() === '') return undefined;
    if (this.kind === 'titles') return { title: withoutPhotoEnding(text.trim()) };
    return this.readListed(text);
  }

  private readListed(text: string): ListedTitle | undefined {
    if (this.announcesFolder(text) || /^total \d+/.test(text)) return undefined;
    const long = longLine.exec(text);
    if (long && long[1] !== '-') return undefined;
    const name = (long?.[2] ?? text.replace(sizeBeforePath, '')).trim();
    return isPath(name) ? fromPath(name) : this.inFolder(name, long !== null);
  }

  /** A name that stands by itself: a title, or a file of the folder announced. */
  private inFolder(name: string, isFile: boolean): ListedTitle | undefined {
    if (this.folder === undefined) return { title: withoutPhotoEnding(name) };
    if (!isFile && !hasPhotoEnding(name)) return undefined;
    const title = withoutPhotoEnding(name);
    return this.folder === '' ? { title } : { folder: this.folder, title };
  }

  /** `./215/2013:` begins the listing of a folder. */
  private announcesFolder(text: string): boolean {
    const line = text.trimEnd();
    if (!line.endsWith(':') || /^[A-Za-z]:$/.test(line)) return false;
    this.folder = foldersOf(line.slice(0, -1)).join('/');
    return true;
  }
}

/** A file name holds no slash, so that one before an ending is part of a path. */
function isPath(name: string): boolean {
  return pathStart.test(name) || (hasPhotoEnding(name) && /[/\\]/.test(name));
}

function fromPath(path: string): ListedTitle | undefined {
  if (!hasPhotoEnding(path)) return undefined;
  const folders = foldersOf(path);
  const title = withoutPhotoEnding(folders.pop() ?? '');
  return folders.length === 0 ? { title } : { folder: folders.join('/'), title };
}

function foldersOf(path: string): string[] {
  const drive = /^[A-Za-z]:(?=[/\\])/;
  const parts = path.replace(drive, '').split(/[/\\]+/);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
}
