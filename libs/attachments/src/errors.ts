import { CodedError, type Problem } from '@athar/diagnostics';

const ACCEPTED = 'a JPEG, PNG or WebP picture, or a PDF, of at most 15 MB';

function ofBody(code: string, fix: string, expected = ACCEPTED): { problems: Problem[] } {
  return { problems: [{ field: 'body', code, expected, fix }] };
}

/** There is no such report in this organisation. */
export class ReportOfAttachmentNotFound extends CodedError {
  readonly code = 'report-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such report.');
  }
}

/** Nothing is added to a report that the relatives withdrew. */
export class ReportTakesNothing extends CodedError {
  readonly code = 'report-withdrawn';
  readonly kind = 'conflict';

  constructor() {
    super('The relatives withdrew this report; nothing is added to it any more.');
  }
}

/** There is no such attachment in this organisation, or its file was taken away. */
export class AttachmentNotFound extends CodedError {
  readonly code = 'attachment-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such attachment.');
  }
}

export class TooManyAttachments extends CodedError {
  readonly code = 'too-many-attachments';
  readonly kind = 'conflict';

  constructor() {
    super('The report has 30 attachments. Remove one that is not needed first.');
  }
}

/** As many files as the service handles at a time are under way. */
export class AttachmentsBusy extends CodedError {
  readonly code = 'attachments-busy';
  readonly kind = 'unavailable';
  override readonly permanent = false;

  constructor() {
    super('Other files are being taken in. Send this one again in a minute.');
  }
}

/** The bytes stopped coming. */
export class UploadStalled extends CodedError {
  readonly code = 'upload-stalled';
  readonly kind = 'unavailable';
  override readonly permanent = false;

  constructor() {
    super('The file did not arrive in time. Send it again, over a better line if there is one.');
  }
}

export class AttachmentTooLarge extends CodedError {
  readonly code = 'attachment-too-large';
  readonly kind = 'too-large';

  constructor() {
    const fix = 'Photograph or scan it with fewer pixels, or send the pages one by one.';
    super('The file is larger than 15 MB.', ofBody('too-large', fix));
  }
}

/** No file of a type that is taken, or one that passes for two at once. */
export class AttachmentTypeRefused extends CodedError {
  readonly code = 'attachment-type-refused';
  readonly kind = 'invalid';

  constructor() {
    const fix = 'Save it as JPEG, PNG, WebP or PDF; a new name alone does not change what it is.';
    super('The file is not of a type that is taken.', ofBody('bad-type', fix));
  }
}

/** The file is of another type than its sender says. */
export class AttachmentTypeMismatch extends CodedError {
  readonly code = 'attachment-type-mismatch';
  readonly kind = 'invalid';

  constructor() {
    super('The file is not of the type that Content-Type names.', {
      problems: [
        {
          field: 'header/content-type',
          code: 'other-type',
          expected: 'the type that the bytes have',
          fix: 'Check that it is the right file; then send it as application/octet-stream.',
        },
      ],
    });
  }
}

/** It begins like a file of its type, but cannot be read to its end. */
export class AttachmentUnreadable extends CodedError {
  readonly code = 'attachment-unreadable';
  readonly kind = 'invalid';

  constructor() {
    const fix =
      'Open it on your device: if it shows there, take a screenshot or a photograph of it.';
    super('The file is damaged or takes too long to read.', ofBody('unreadable', fix));
  }
}

export class TooManyPixels extends CodedError {
  readonly code = 'attachment-too-many-pixels';
  readonly kind = 'invalid';

  constructor() {
    const expected = 'a picture of at most 50 million pixels';
    super(
      'The picture has more pixels than are taken.',
      ofBody('too-many-pixels', 'Make it smaller, or photograph it again.', expected),
    );
  }
}

export class TooManyPages extends CodedError {
  readonly code = 'attachment-too-many-pages';
  readonly kind = 'invalid';

  constructor() {
    super(
      'The PDF has more pages than are taken.',
      ofBody('too-many-pages', 'Send it in parts.', 'a PDF of 1 to 20 pages'),
    );
  }
}

/** The PDF asks for a password, so that nobody can tell what is in it. */
export class AttachmentLocked extends CodedError {
  readonly code = 'attachment-locked';
  readonly kind = 'invalid';

  constructor() {
    const fix = 'Print it to a PDF without a password, or send a photograph of it.';
    super('The PDF is locked with a password.', ofBody('locked', fix));
  }
}
