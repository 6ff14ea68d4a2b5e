import { CodedError, type Problem } from '@athar/diagnostics';

/** There is no such report in this organisation. */
export class ReportNotFound extends CodedError {
  readonly code = 'report-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such report.');
  }
}

/** There is no such case in this organisation. */
export class CaseNotFound extends CodedError {
  readonly code = 'case-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such case.');
  }
}

/** The report cannot be kept as it is; `problems` names every field. */
export class InvalidReport extends CodedError {
  readonly code = 'invalid-report';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('The report cannot be saved as it is.', { problems });
  }
}

/** Someone else edited the report since it was read. */
export class ReportChanged extends CodedError {
  readonly code = 'version-mismatch';
  readonly kind = 'precondition';

  constructor() {
    super('The report was edited since you read it. Read it again and repeat your change.');
  }
}

/** No relative agrees any more that the report is matched, so nothing is added to it. */
export class ReportWithdrawn extends CodedError {
  readonly code = 'report-withdrawn';
  readonly kind = 'conflict';

  constructor() {
    super('The relatives withdrew this report; it is not edited any more.');
  }
}

/** The case's status does not allow this event. */
export class CaseTransitionRefused extends CodedError {
  readonly code = 'case-transition-refused';
  readonly kind = 'conflict';

  constructor(status: string, event: string) {
    super(`A case that is ${status} cannot take the event ${event}.`);
  }
}
