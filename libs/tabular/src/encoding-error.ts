import { CodedError } from '@athar/diagnostics';

const saveAgain = 'Save the file again as UTF-8 (in Excel: "CSV UTF-8") and try once more';

/** The bytes of a text file are not UTF-8, from the line in `problems[0].row` on. */
export class NotUtf8 extends CodedError {
  readonly code = 'not-utf-8';
  readonly kind = 'invalid';

  constructor(line: number) {
    const fix = `${saveAgain}.`;
    super(`Line ${line} is not UTF-8 text. ${fix}`, {
      problems: [{ field: 'line', row: line, code: 'not-utf-8', expected: 'UTF-8 text', fix }],
    });
  }
}

/** The bytes are not text in the encoding that was found or asked for, from a line on. */
export class NotInEncoding extends CodedError {
  readonly code = 'not-in-encoding';
  readonly kind = 'invalid';

  constructor(encoding: string, line: number) {
    const fix = `${saveAgain}, or name the encoding.`;
    const expected = `text in ${encoding}`;
    super(`Line ${line} is not text in ${encoding}, in which the file was read. ${fix}`, {
      problems: [{ field: 'line', row: line, code: 'not-in-encoding', expected, fix }],
    });
  }
}

/** The bytes are neither UTF-8 nor plainly text in one of the older encodings, near a line. */
export class EncodingUnclear extends CodedError {
  readonly code = 'encoding-unclear';
  readonly kind = 'invalid';

  constructor(line: number, encodings: readonly string[]) {
    const fix = `${saveAgain}, or name the encoding: ${encodings.join(', ')}.`;
    super(`The file is not UTF-8 and its encoding is unclear from line ${line} on. ${fix}`, {
      problems: [
        { field: 'encoding', row: line, code: 'encoding-unclear', expected: 'UTF-8 text', fix },
      ],
    });
  }
}

/** No encoding of this name is read. */
export class EncodingUnknown extends CodedError {
  readonly code = 'encoding-unknown';
  readonly kind = 'invalid';

  constructor(encodings: readonly string[]) {
    super(`The encoding is not known. Known encodings: ${encodings.join(', ')}.`);
  }
}
