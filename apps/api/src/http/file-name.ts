import { InvalidRequest } from './errors.js';

/**
 * The name of a file that a request carries, from its Content-Disposition: what stands in a header stands
 * in no log of addresses.
 *
 * @throws InvalidRequest
 */
export function fileNameIn(header: string | undefined): string | undefined {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  try {
    const name = decodeURIComponent(encoded);
    if (name.length <= 255 && !/[\0-\x1f]/.test(name) && name.isWellFormed()) return name;
  } catch {
    // Refused below, as any other name that cannot be read.
  }
  throw new InvalidRequest([
    {
      field: 'header/content-disposition',
      code: 'bad-value',
      expected: "filename*=UTF-8'' and a percent-encoded name of at most 255 characters",
      fix: 'Correct the value, or leave the header out.',
    },
  ]);
}
