/** Kinds of files that are taken for tables by a wrong ending. */
export type FileKind =
  | 'pdf'
  | 'zip'
  | 'old-office'
  | 'picture'
  | 'gzip'
  | 'web-page'
  | 'xml'
  | 'rich-text'
  | 'other-archive';

/** Bytes that are enough to tell every kind. */
export const kindBytes = 64;

const signatures: readonly (readonly [FileKind, string])[] = [
  ['pdf', '%PDF-'],
  ['zip', 'PK\x03\x04'],
  // An archive without a file in it.
  ['zip', 'PK\x05\x06'],
  ['old-office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['picture', '\xff\xd8\xff'],
  ['picture', '\x89PNG\r\n\x1a\n'],
  ['picture', 'GIF8'],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  ['gzip', '\x1f\x8b'],
  ['rich-text', '{\\rtf'],
  ['other-archive', 'Rar!\x1a'],
  ['other-archive', '7z\xbc\xaf\x27\x1c'],
];

const lead = /^(?:\xef\xbb\xbf)?\s*/;
const webPage = /^<(?:!doctype html|html)\b/i;

/** The kind of a file by its first bytes; undefined for what may be a table of text. */
export function kindOf(head: Buffer): FileKind | undefined {
  const text = head.toString('latin1', 0, kindBytes);
  const known = signatures.find(([, signature]) => text.startsWith(signature));
  if (known) return known[0];
  const marked = text.replace(lead, '');
  if (webPage.test(marked)) return 'web-page';
  return marked.startsWith('<?xml ') ? 'xml' : undefined;
}

/** True where bytes that follow may still make it a file of such a kind. */
export function mayBecomeKind(head: Buffer): boolean {
  if (head.length >= kindBytes) return false;
  const text = head.toString('latin1');
  const marked = text.replace(lead, '');
  const begun = signatures.some(([, signature]) => signature.startsWith(text));
  return begun || marked === '' || marked.startsWith('<');
}
