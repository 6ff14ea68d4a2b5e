import { CodedError, type Problem } from '@athar/diagnostics';

/** No place has this code. */
export class PlaceNotFound extends CodedError {
  readonly code = 'place-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no place with this code.');
  }
}

/** No holder has this code. */
export class HolderNotFound extends CodedError {
  readonly code = 'holder-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no holder with this code.');
  }
}

/** Another place or holder has this code. */
export class CodeTaken extends CodedError {
  readonly code = 'code-taken';
  readonly kind = 'conflict';

  constructor() {
    super('This code is taken. Edit what has it, or choose another code.');
  }
}

/** Someone else changed it since it was read. */
export class GazetteerChanged extends CodedError {
  readonly code = 'version-mismatch';
  readonly kind = 'precondition';

  constructor() {
    super('It was changed since you read it. Read it again and repeat your change.');
  }
}

/** A place or holder, or the files of a gazetteer, cannot be kept as they are; `problems` say why. */
export class GazetteerRefused extends CodedError {
  readonly code = 'gazetteer-refused';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('This cannot be kept as it is.', { problems });
  }
}
