import { createHmac, hkdfSync } from 'node:crypto';
import { decrypt, encrypt, keyIdOf } from './cipher.js';
import { KeyMissing } from './errors.js';

/** Where a sealed value lives; it opens nowhere else. */
export interface Place {
  table: string;
  column: string;
  /** The row's id; for a table with a composed key its parts joined by `/`. */
  row: string;
}

export interface DataKey {
  id: string;
  key: Buffer;
  retired: boolean;
}

/** Seals and opens the values of one organisation, or of the registry. */
export class Seal {
  private readonly byId: ReadonlyMap<string, Buffer>;
  private readonly current: DataKey;
  private readonly digestKey: Buffer;

  /** @param keys every data key of the owner, oldest first; one of them not retired. */
  constructor(keys: readonly DataKey[]) {
    const current = keys.find((one) => !one.retired);
    const first = keys[0];
    if (!current || !first) throw new KeyMissing('There is no data key in use for this owner.');
    this.byId = new Map(keys.map((one) => [one.id, one.key]));
    this.current = current;
    // The oldest key, so that digests stay comparable when keys change.
    this.digestKey = Buffer.from(hkdfSync('sha256', first.key, '', 'athar digest', 32));
  }

  /** Seals a text for one place. */
  seal(place: Place, text: string): Buffer {
    return this.sealBytes(place, Buffer.from(text, 'utf8'));
  }

  /** Seals bytes for one place. */
  sealBytes(place: Place, bytes: Buffer): Buffer {
    return encrypt(this.current.key, this.current.id, associated(place), bytes);
  }

  /** Seals a plain value as JSON. */
  sealJson(place: Place, value: unknown): Buffer {
    return this.seal(place, JSON.stringify(value));
  }

  /**
   * Opens a text at its place.
   *
   * @throws SealBroken, KeyMissing
   */
  open(place: Place, sealed: Buffer): string {
    return this.openBytes(place, sealed).toString('utf8');
  }

  /** Opens what {@link sealBytes} sealed. @throws SealBroken, KeyMissing */
  openBytes(place: Place, sealed: Buffer): Buffer {
    const key = this.byId.get(keyIdOf(sealed));
    if (!key) throw new KeyMissing('A value was sealed with a data key that is not at hand.');
    return decrypt(key, associated(place), sealed);
  }

  /** Opens what {@link sealJson} sealed; the caller knows the shape it wrote. */
  openJson<T>(place: Place, sealed: Buffer): T {
    return JSON.parse(this.open(place, sealed)) as T;
  }

  /** Keyed digest (HMAC-SHA-256, 32 bytes): equal texts are seen to be equal, and nothing more. */
  digest(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.digestKey).update(`${purpose}\0${text}`, 'utf8').digest();
  }
}

function associated(place: Place): string {
  return `${place.table}\0${place.column}\0${place.row}`;
}
