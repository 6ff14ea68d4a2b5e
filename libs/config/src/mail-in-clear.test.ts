import { InvalidEnvironment, parseEnvironment } from './parse-environment.js';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://athar_app:x@db/athar',
  DATABASE_MATCHER_URL: 'postgres://athar_matcher:x@db/athar',
  DATABASE_QUEUE_URL: 'postgres://athar_queue:x@db/athar',
  ATHAR_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  MAIL_FROM: 'athar@mail.example.org',
};

const problemsOf = (changes: Record<string, string>) => {
  try {
    parseEnvironment({ ...production, ...changes });
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.problems.map((one) => one.code);
    throw error;
  }
  return [];
};

describe('mail in production', () => {
  it('never leaves the machine in the clear', () => {
    for (const address of ['smtp://mail.example.org', 'smtp://u:p@mail:587?requireTLS=false']) {
      expect(problemsOf({ SMTP_URL: address })).toEqual(['not-encrypted']);
    }
  });

  it('goes encrypted to another machine, or to one on loopback', () => {
    for (const address of [
      'smtps://u:p@mail.example.org:465',
      'smtp://u:p@mail.example.org:587?requireTLS=true',
      'smtp://127.0.0.1:1025',
      'smtp://[::1]:1025',
      'smtp://localhost:1025',
    ]) {
      expect(problemsOf({ SMTP_URL: address })).toEqual([]);
    }
    expect(problemsOf({ NODE_ENV: 'test', SMTP_URL: 'smtp://mail:25' })).toEqual([]);
  });
});
