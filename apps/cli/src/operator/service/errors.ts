import { CodedError, type Problem } from '@athar/diagnostics';

/** The arguments contradict each other or say too little. */
export class BadArguments extends CodedError {
  readonly code = 'bad-arguments';
  readonly kind = 'invalid';
}

/** Nothing answers where the service should be. */
export class ServiceNotThere extends CodedError {
  readonly code = 'service-not-there';
  readonly kind = 'unavailable';

  constructor(url: string, cause: unknown) {
    super(
      `No service answers at ${url}. Start it with \`npm start\`, or give its address with --url.`,
      { cause },
    );
  }
}

/** The connection was lost and did not come back. */
export class ConnectionLost extends CodedError {
  readonly code = 'connection-lost';
  readonly kind = 'unavailable';

  constructor(cause: unknown) {
    super('The connection to the service was lost and did not come back.', { cause });
  }
}

/** What answered is not Athar's API. */
export class NotTheService extends CodedError {
  readonly code = 'not-the-service';
  readonly kind = 'unavailable';

  constructor(status: number) {
    super(`What answers at this address is not Athar (status ${status}). Check --url.`);
  }
}

/** The service refused; its own sentence and problems. */
export class Refused extends CodedError {
  readonly kind = 'invalid';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    problems: readonly Problem[],
  ) {
    super(detail, { problems });
  }
}
