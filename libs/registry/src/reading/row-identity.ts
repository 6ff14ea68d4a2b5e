import { foldIdentity } from '@athar/imports';
import type { RegistryColumn } from '../columns.js';
import type { Cells } from './cells.js';
import { registerIdentity } from './register-identity.js';

/** What tells a row from the others of its collection. */
export interface RowIdentity {
  identity: string;
  /** Shared by rows of one number in one branch, which may be several people. */
  group?: string;
  /** The column, where it is not the id. */
  knownBy?: RegistryColumn;
}

/**
 * A row's id, else the detainee's number in its branch on the days of the photographs: numbers are
 * given again. However digits and capitals are typed, the identity is the same. Problems are noted.
 */
export function identityOf(cells: Cells): RowIdentity | undefined {
  const id = cells.text('id');
  if (id !== undefined) return { identity: JSON.stringify(['id', foldIdentity(id)]) };
  const number = cells.text('detainee_number', 60);
  if (number !== undefined) {
    const branch = cells.text('branch');
    const dates = [...(cells.dates('photo_date') ?? []), ...(cells.dates('photo_dates') ?? [])];
    const group = numberIdentity(number, branch, []);
    const identity = numberIdentity(number, branch, dates);
    return { identity, group, knownBy: 'detainee_number' };
  }
  const register = registerIdentity(cells);
  if (register !== undefined) return { identity: register, knownBy: 'register_number' };
  if (cells.problems.length > 0) return undefined;
  const fix = 'Give the row an id that no other row of the collection has.';
  return cells.refuse(
    'id',
    'identity-missing',
    'an id, a detainee number or the number of a register',
    fix,
  );
}

/** The identity of a row that has no id. @param dates EDTF. */
export function numberIdentity(
  number: string,
  branch: string | undefined,
  dates: readonly string[],
): string {
  const days = [...new Set(dates)].sort();
  return JSON.stringify(['number', foldIdentity(number), foldIdentity(branch ?? ''), ...days]);
}
