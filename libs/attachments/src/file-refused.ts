import { CodedError, type ErrorKind, type Problem } from '@athar/diagnostics';

interface Refusal {
  kind: ErrorKind;
  message: string;
  problem: Problem;
}

const refusals = {
  'attachment-too-large': {
    kind: 'too-large',
    message: 'The file is larger than 15 MB.',
    problem: ofBody(
      'too-large',
      'Photograph or scan it with fewer pixels, or send the pages one by one.',
    ),
  },
  /** No file of a type that is taken, or one that passes for two at once. */
  'attachment-type-refused': {
    kind: 'invalid',
    message: 'The file is not of a type that is taken.',
    problem: ofBody(
      'bad-type',
      'Save it as JPEG, PNG, WebP or PDF; a new name alone does not change what it is.',
    ),
  },
  /** The file is of another type than its sender says. */
  'attachment-type-mismatch': {
    kind: 'invalid',
    message: 'The file is not of the type that Content-Type names.',
    problem: {
      field: 'header/content-type',
      code: 'other-type',
      expected: 'the type that the bytes have',
      fix: 'Check that it is the right file; then send it as application/octet-stream.',
    },
  },
  /** It begins like a file of its type, but cannot be read to its end. */
  'attachment-unreadable': {
    kind: 'invalid',
    message: 'The file is damaged or takes too long to read.',
    problem: ofBody(
      'unreadable',
      'Open it on your device: if it shows there, take a screenshot or a photograph of it.',
    ),
  },
  'attachment-too-many-pixels': {
    kind: 'invalid',
    message: 'The picture has more pixels than are taken.',
    problem: ofBody(
      'too-many-pixels',
      'Make it smaller, or photograph it again.',
      'a picture of at most 50 million pixels',
    ),
  },
  'attachment-too-many-pages': {
    kind: 'invalid',
    message: 'The PDF has more pages than are taken.',
    problem: ofBody('too-many-pages', 'Send it in parts.', 'a PDF of 1 to 20 pages'),
  },
  /** The PDF asks for a password, so that nobody can tell what is in it. */
  'attachment-locked': {
    kind: 'invalid',
    message: 'The PDF is locked with a password.',
    problem: ofBody('locked', 'Print it to a PDF without a password, or send a photograph of it.'),
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Why a file is not taken. */
export type FileRefusal = keyof typeof refusals;

/** The file itself cannot be kept; its code says why, its problem what to do. */
export class FileRefused extends CodedError {
  readonly kind: ErrorKind;

  constructor(readonly code: FileRefusal) {
    const { kind, message, problem } = refusals[code];
    super(message, { problems: [problem] });
    this.kind = kind;
  }
}

function ofBody(
  code: string,
  fix: string,
  expected = 'a JPEG, PNG or WebP picture, or a PDF, of at most 15 MB',
): Problem {
  return { field: 'body', code, expected, fix };
}
