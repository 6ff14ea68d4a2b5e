import { mailFailure } from './mail-failure.js';

const sorted = (error: unknown) => {
  const { code, permanent } = mailFailure(error);
  return `${code} ${permanent ? 'for good' : 'for now'}`;
};

describe('mailFailure', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'mail-refused for good'],
    [{ code: 'EENVELOPE', command: 'API' }, 'mail-refused for good'],
    [{ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'mail-refused for good'],
    [{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, 'mail-delayed for now'],
    [{ code: 'EMESSAGE', responseCode: 452, command: 'DATA' }, 'mail-delayed for now'],
    [{ code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, 'mail-delayed for now'],
    [{ code: 'EAUTH', responseCode: 535 }, 'mail-delayed for now'],
    [{ code: 'ETIMEDOUT' }, 'mail-delayed for now'],
    [new Error('socket hang up'), 'mail-delayed for now'],
    [undefined, 'mail-delayed for now'],
  ])('%j is %s', (error, kind) => expect(sorted(error)).toBe(kind));

  it('keeps nothing of what the server said', () => {
    const error = Object.assign(new Error('550 <relative@example.org>'), { code: 'relative@x' });
    const failure = mailFailure(error);
    expect(`${failure.message} ${failure.stack} ${JSON.stringify(failure)}`).not.toMatch(
      /relative@/,
    );
    expect(failure.cause).toBeUndefined();
  });
});
