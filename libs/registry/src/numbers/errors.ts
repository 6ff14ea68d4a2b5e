import { CodedError } from '@athar/diagnostics';

/** What was to be looked up holds no digit. */
export class NumberWithoutDigits extends CodedError {
  readonly code = 'number-without-digits';
  readonly kind = 'invalid';

  constructor() {
    super('A number is looked up by its digits, in Arabic or Latin shape. Give at least one.', {
      problems: [
        {
          field: '/number',
          code: 'number-without-digits',
          expected: 'at least one digit',
          fix: 'Write the number as it was read; a letter after it may stay.',
        },
      ],
    });
  }
}
