import { foldIdentity } from '@athar/imports';
import type { Cells } from './cells.js';

/**
 * What tells a person in a civil register: place and number of the page, with the name, since a page
 * is a family's and brothers stand on the same. Undefined without a number of a register.
 */
export function registerIdentity(cells: Cells): string | undefined {
  const number = cells.text('register_number', 60);
  if (number === undefined) return undefined;
  const named = (['given_name', 'name_arabic', 'name'] as const).map((column) =>
    cells.text(column),
  );
  const parts = [cells.text('register_place'), number, named.find((name) => name !== undefined)];
  return JSON.stringify(['register', ...parts.map((part) => foldIdentity(part ?? ''))]);
}
