import { CodedError } from '@athar/diagnostics';
import { UnrecoverableError } from 'bullmq';
import fc from 'fast-check';
import { readReason, toJobFailure, writeReason } from './job-failure.js';

class Refused extends CodedError {
  readonly code = 'refused';
  readonly kind = 'conflict';
}

class Elsewhere extends CodedError {
  readonly code = 'elsewhere';
  readonly kind = 'unavailable';
  override readonly permanent = false;
}

describe('the failure kept of a job', () => {
  it('reads back what was written, whatever the sentence', () => {
    const code = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    fc.assert(
      fc.property(code, fc.boolean(), fc.string({ unit: 'binary' }), (code, permanent, message) => {
        const reason = { code, permanent, message };
        expect(readReason(writeReason(reason))).toEqual(reason);
      }),
    );
  });

  it('keeps code and sentence of our own errors, and gives up on the permanent ones', () => {
    const refused = toJobFailure(new Refused('The import was refused.'));
    expect(refused).toBeInstanceOf(UnrecoverableError);
    expect(readReason(refused.message)).toEqual({
      code: 'refused',
      permanent: true,
      message: 'The import was refused.',
    });
    expect(toJobFailure(new Elsewhere('Away.'))).not.toBeInstanceOf(UnrecoverableError);
  });

  it('keeps nothing of a foreign error but its class and code', () => {
    const foreign = Object.assign(new TypeError('invalid input: "Zayd Placeholder"'), {
      code: '22P02',
      detail: 'Zayd Placeholder',
    });
    const failure = toJobFailure(foreign);
    expect(failure).not.toBeInstanceOf(UnrecoverableError);
    expect(`${failure.message} ${failure.stack}`).not.toContain('Zayd');
    expect(readReason(failure.message).message).toBe('TypeError 22P02');
    expect(toJobFailure('Zayd Placeholder').message).not.toContain('Zayd');
  });
});
