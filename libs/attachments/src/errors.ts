import { CodedError } from '@athar/diagnostics';

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
