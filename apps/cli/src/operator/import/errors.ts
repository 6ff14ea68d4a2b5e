import { CodedError } from '@athar/diagnostics';

/** The service could not bring the file in. */
export class ImportFailed extends CodedError {
  readonly code = 'import-failed';
  readonly kind = 'conflict';

  constructor(failureCode: string | null) {
    super(`The file could not be brought in (${failureCode ?? 'unknown reason'}).`);
  }
}
