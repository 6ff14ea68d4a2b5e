import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import { SealBroken } from './errors.js';

const FORMAT = 1;
const KEY_ID_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce. Layout of the value:
 * format (1 byte), key id (16), nonce (12), ciphertext, tag (16).
 *
 * @param keyId the key's uuid; it stands in the value, so that keys can be changed over time.
 * @param associated what the value is bound to; it must be given again to open it.
 */
export function encrypt(key: Buffer, keyId: string, associated: string, plain: Buffer): Buffer {
  const nonce = freshNonce();
  const header = headerOf(keyId);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.concat([header, Buffer.from(associated, 'utf8')]));
  const body = cipher.update(plain);
  // GCM is a stream: nothing is left to be given out at the end.
  cipher.final();
  return Buffer.concat([header, nonce, body, cipher.getAuthTag()]);
}

/** Random bytes for nonces to come: drawing them one by one takes a third of the time of sealing. */
const drawn = Buffer.alloc(NONCE_BYTES * 512);
let spent = drawn.length;

/** 12 random bytes, no two times the same ones; to be copied before the next are asked for. */
function freshNonce(): Buffer {
  if (spent === drawn.length) {
    randomFillSync(drawn);
    spent = 0;
  }
  spent += NONCE_BYTES;
  return drawn.subarray(spent - NONCE_BYTES, spent);
}

/** The uuid of the key that a value was sealed with. */
export function keyIdOf(sealed: Buffer): string {
  requireForm(sealed);
  const hex = sealed.subarray(1, HEADER_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function requireForm(sealed: Buffer): void {
  if (sealed.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES || sealed[0] !== FORMAT) {
    throw new SealBroken('it does not have the form of one');
  }
}

/**
 * Opens a value of {@link encrypt}.
 *
 * @throws SealBroken where key, associated data or the value itself differ by a single bit.
 */
export function decrypt(key: Buffer, associated: string, sealed: Buffer): Buffer {
  requireForm(sealed);
  const nonce = sealed.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
  const body = sealed.subarray(HEADER_BYTES + NONCE_BYTES, sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(
    Buffer.concat([sealed.subarray(0, HEADER_BYTES), Buffer.from(associated, 'utf8')]),
  );
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch (cause) {
    throw new SealBroken('wrong key, wrong row, or changed since', cause);
  }
}

/** Format and key id: the same for all values under one key. */
const headers = new Map<string, Buffer>();

function headerOf(keyId: string): Buffer {
  const known = headers.get(keyId);
  if (known !== undefined) return known;
  const header = Buffer.concat([
    Buffer.from([FORMAT]),
    Buffer.from(keyId.replaceAll('-', ''), 'hex'),
  ]);
  headers.set(keyId, header);
  return header;
}
