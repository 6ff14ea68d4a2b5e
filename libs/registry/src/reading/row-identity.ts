import { foldIdentity } from '@athar/imports';
import type { Cells } from './cells.js';
import { registerIdentity } from './register-identity.js';

/**
 * What tells a row from the others of its collection: its id, else the detainee's number in its
 * branch. However digits and capitals are typed, the identity is the same. Problems are noted.
 */
export function identityOf(cells: Cells): string | undefined {
  const id = cells.text('id');
  if (id !== undefined) return JSON.stringify(['id', foldIdentity(id)]);
  const number = cells.text('detainee_number', 60);
  if (number !== undefined) {
    const branch = foldIdentity(cells.text('branch') ?? '');
    return JSON.stringify(['number', foldIdentity(number), branch]);
  }
  const register = registerIdentity(cells);
  if (register !== undefined) return register;
  if (cells.problems.length > 0) return undefined;
  const fix = 'Give the row an id that no other row of the collection has.';
  return cells.refuse(
    'id',
    'identity-missing',
    'an id, a detainee number or the number of a register',
    fix,
  );
}
