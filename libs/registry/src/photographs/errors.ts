import { CodedError, type Problem } from '@athar/diagnostics';

/** A pattern or another setting of titles is not what it should be. */
export class TitlePatternRefused extends CodedError {
  readonly code = 'title-pattern-refused';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('The patterns cannot be used as they are.', { problems });
  }
}

/** Someone else changed the settings since they were read. */
export class TitleSettingsChanged extends CodedError {
  readonly code = 'version-mismatch';
  readonly kind = 'precondition';

  constructor() {
    super('The patterns were changed since you read them. Read them again and repeat your change.');
  }
}

/** Titles are to be brought in where nobody has said yet how they are read. */
export class TitlePatternsMissing extends CodedError {
  readonly code = 'title-patterns-missing';
  readonly kind = 'conflict';

  constructor() {
    super('The collection has no title patterns yet. Write them, try them on examples, save them.');
  }
}

/** No column of the file holds titles. */
export class TitleColumnMissing extends CodedError {
  readonly code = 'title-column-missing';
  readonly kind = 'invalid';

  constructor() {
    const expected = 'a column "title" or a column "path"';
    const fix = 'Add one of the two, or map a column of the file to one of them.';
    super(`The file was refused: it needs ${expected}. ${fix}`, {
      problems: [{ field: 'title', code: 'title-column-missing', expected, fix }],
    });
  }
}

/** What is to be split or merged does not fit together. */
export class PhotographsRefused extends CodedError {
  readonly code = 'photographs-refused';
  readonly kind = 'invalid';

  constructor(problem: Problem) {
    super('The photographs cannot be put together or apart like this.', { problems: [problem] });
  }
}

/** The entry that would be emptied is one of a pair that somebody judged, in whichever organisation. */
export class PhotographsJudged extends CodedError {
  readonly code = 'photographs-judged';
  readonly kind = 'conflict';

  constructor() {
    super(
      'All photographs would leave an entry, and a pair with it was judged already, so that it must ' +
        'not be removed. Bring the photographs of the other entry to this one instead.',
    );
  }
}

/** The photographs of a change were changed again since; the later change is undone first. */
export class PhotographsChangedSince extends CodedError {
  readonly code = 'photographs-changed-since';
  readonly kind = 'conflict';

  constructor() {
    super('These photographs were split or merged again since. Undo the later change first.');
  }
}

/** No change of photographs has this id. */
export class PhotographChangeNotFound extends CodedError {
  readonly code = 'photograph-change-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no change of photographs with this id.');
  }
}
