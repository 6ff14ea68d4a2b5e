import { CodedError } from '@athar/diagnostics';

/** A sealed value cannot be opened: another key, another row, or it was changed. */
export class SealBroken extends CodedError {
  readonly code = 'seal-broken';
  readonly kind = 'internal';

  constructor(reason: string, cause?: unknown) {
    super(`A sealed value could not be opened: ${reason}.`, { cause });
  }
}

/** The organisation or the registry has no data key, or the master key at hand is not its own. */
export class KeyMissing extends CodedError {
  readonly code = 'key-missing';
  readonly kind = 'unavailable';
}

/** A recovery key was typed that is not one, or not the one that was exported. */
export class RecoveryKeyRefused extends CodedError {
  readonly code = 'recovery-key-refused';
  readonly kind = 'invalid';
}

/** Production may not start: nobody has proved that the keys survive the loss of this machine. */
export class RecoveryNotProved extends CodedError {
  readonly code = 'recovery-not-proved';
  readonly kind = 'unavailable';

  constructor() {
    super(
      'No recovery key was exported and typed in again for this master key. ' +
        'Run `athar keys export`, keep what it prints away from this machine, then `athar keys prove`.',
    );
  }
}
