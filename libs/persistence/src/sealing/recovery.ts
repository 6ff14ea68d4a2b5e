import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { decrypt, encrypt } from './cipher.js';
import { RecoveryKeyRefused, RecoveryNotProved } from './errors.js';
import { MasterKey } from './master-key.js';

/** Crockford's base 32: no I, L, O, U, so that it survives being written down by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 32;
const CHECK_BYTES = 3;
const GROUP = 5;
const NO_KEY_ID = '00000000-0000-0000-0000-000000000000';

interface RecoveryRow {
  master_key_id: string;
  wrapped_master_key: Buffer;
}

/**
 * Makes a recovery key: with it and a copy of the database the master key can be had back when the
 * machine is lost. A later export replaces an earlier one, which has to be proved anew.
 *
 * @param manager the owner role's transaction.
 * @returns the key as text in groups of five; shown once, stored nowhere.
 */
export async function exportRecoveryKey(
  manager: EntityManager,
  master: MasterKey,
): Promise<string> {
  const recovery = randomBytes(KEY_BYTES);
  await manager.query(
    `INSERT INTO recovery_keys (master_key_id, wrapped_master_key) VALUES ($1, $2)
     ON CONFLICT (master_key_id) DO UPDATE
       SET wrapped_master_key = excluded.wrapped_master_key, exported_at = now(), proved_at = NULL`,
    [master.id, encrypt(recovery, NO_KEY_ID, wrapping(master.id), master.bytes)],
  );
  return toText(recovery);
}

/**
 * Has the master key back from a recovery key that was typed in.
 *
 * @throws RecoveryKeyRefused where the text is no recovery key (a slip of the pen is found by its
 * check) or opens none of the exported ones.
 */
export async function recoverMasterKey(manager: EntityManager, typed: string): Promise<MasterKey> {
  const recovery = fromText(typed);
  const rows = await manager.query<RecoveryRow[]>(
    'SELECT master_key_id, wrapped_master_key FROM recovery_keys ORDER BY exported_at DESC',
  );
  for (const row of rows) {
    try {
      return new MasterKey(decrypt(recovery, wrapping(row.master_key_id), row.wrapped_master_key));
    } catch {
      continue;
    }
  }
  throw new RecoveryKeyRefused(
    'The recovery key is well formed, but it is not the last one exported.',
  );
}

/** Records that the recovery key, typed in again, gives the master key back. @throws RecoveryKeyRefused */
export async function proveRecoveryKey(
  manager: EntityManager,
  master: MasterKey,
  typed: string,
): Promise<void> {
  const recovered = await recoverMasterKey(manager, typed);
  if (recovered.id !== master.id) {
    throw new RecoveryKeyRefused('This recovery key belongs to another master key.');
  }
  await manager.query('UPDATE recovery_keys SET proved_at = now() WHERE master_key_id = $1', [
    master.id,
  ]);
}

/** @throws RecoveryNotProved where nobody typed the recovery key of this master key in again. */
export async function requireProvedRecovery(
  manager: EntityManager,
  master: MasterKey,
): Promise<void> {
  const rows = await manager.query<{ proved: boolean }[]>('SELECT recovery_proved($1) AS proved', [
    master.id,
  ]);
  if (rows[0]?.proved !== true) throw new RecoveryNotProved();
}

function wrapping(masterKeyId: string): string {
  return `recovery_keys\0wrapped_master_key\0${masterKeyId}`;
}

function checkOf(key: Buffer): Buffer {
  return createHash('sha256')
    .update('athar recovery key')
    .update(key)
    .digest()
    .subarray(0, CHECK_BYTES);
}

function toText(key: Buffer): string {
  const bits = [...Buffer.concat([key, checkOf(key)])]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[parseInt(five, 2)]);
  return (letters.join('').match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

function fromText(typed: string): Buffer {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  const values = [...letters].map((letter) => alphabet.indexOf(letter));
  if (letters.length !== ((KEY_BYTES + CHECK_BYTES) * 8) / 5 || values.includes(-1)) {
    throw new RecoveryKeyRefused('A recovery key has 56 letters and digits in groups of five.');
  }
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
  const key = bytes.subarray(0, KEY_BYTES);
  if (!checkOf(key).equals(bytes.subarray(KEY_BYTES))) {
    throw new RecoveryKeyRefused(
      'The recovery key has a slip of the pen in it; compare it letter by letter.',
    );
  }
  return key;
}
