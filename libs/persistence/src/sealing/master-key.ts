import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { decrypt, encrypt } from './cipher.js';
import type { DataKey } from './seal.js';

/** The key that wraps data keys. It comes from file or environment and never enters the database. */
export class MasterKey {
  /** Public name of the key: the first 16 hex digits of its hash. */
  readonly id: string;

  /** @param bytes 32 random bytes. */
  constructor(readonly bytes: Buffer) {
    if (bytes.length !== 32) throw new RangeError('A master key has 32 bytes.');
    this.id = createHash('sha256')
      .update('athar master key')
      .update(bytes)
      .digest('hex')
      .slice(0, 16);
  }

  static create(): MasterKey {
    return new MasterKey(randomBytes(32));
  }

  /** A new data key and its wrapped form for the database. */
  createDataKey(owner: string): { id: string; wrapped: Buffer } {
    const id = randomUUID();
    return { id, wrapped: encrypt(this.bytes, id, wrapping(owner), randomBytes(32)) };
  }

  /** @throws SealBroken where the data key was wrapped by another master key or for another owner. */
  unwrap(owner: string, row: { id: string; wrapped: Buffer; retired: boolean }): DataKey {
    const key = decrypt(this.bytes, wrapping(owner), row.wrapped);
    return { id: row.id, key, retired: row.retired };
  }
}

/** Owner of the registry's data key; organisations are named by their id. */
export const REGISTRY = 'registry';

function wrapping(owner: string): string {
  return `data_keys\0wrapped\0${owner}`;
}
