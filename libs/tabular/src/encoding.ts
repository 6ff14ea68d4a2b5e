import { EncodingUnknown } from './encoding-error.js';

/** The encodings that text is read in, by their WHATWG names. */
export const TABLE_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'windows-1252',
  'windows-1254',
  'iso-8859-6',
] as const;

export type TableEncoding = (typeof TABLE_ENCODINGS)[number];

/**
 * The encoding a name stands for, in any case and with `_` for `-`; as a person types it.
 * @throws EncodingUnknown, whose message names those we know
 */
export function encodingOf(name: string): TableEncoding {
  const wanted = name.trim().toLowerCase().replaceAll('_', '-');
  const found = TABLE_ENCODINGS.find((encoding) => encoding === wanted);
  if (found === undefined) throw new EncodingUnknown(TABLE_ENCODINGS);
  return found;
}
