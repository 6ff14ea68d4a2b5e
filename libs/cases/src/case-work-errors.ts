import { CodedError, type Problem } from '@athar/diagnostics';

/** Something that belongs to a case cannot be kept as it is; `problems` names every field. */
export class InvalidCaseWork extends CodedError {
  readonly code = 'invalid-case-work';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('It cannot be saved as it is.', { problems });
  }
}

/** Someone else edited it since it was read. */
export class CaseWorkChanged extends CodedError {
  readonly code = 'version-mismatch';
  readonly kind = 'precondition';

  constructor() {
    super('It was edited since you read it. Read it again and repeat your change.');
  }
}

/** There is no such link of this case. */
export class LinkNotFound extends CodedError {
  readonly code = 'link-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('The case has no such link.');
  }
}

/** Both cases are linked in this way already. */
export class LinkExists extends CodedError {
  readonly code = 'link-exists';
  readonly kind = 'conflict';

  constructor() {
    super('The two cases are linked in this way already. Remove that link first to change it.');
  }
}

/** There is no such reference, DNA sample or referral of this case. */
export class DetailNotFound extends CodedError {
  readonly code = 'detail-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('The case has no such reference, DNA sample or referral.');
  }
}

/** There is no such task in this organisation. */
export class TaskNotFound extends CodedError {
  readonly code = 'task-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such task.');
  }
}

/** The task is done or cancelled. */
export class TaskEnded extends CodedError {
  readonly code = 'task-ended';
  readonly kind = 'conflict';

  constructor() {
    super('The task is done or cancelled; enter a new one.');
  }
}
