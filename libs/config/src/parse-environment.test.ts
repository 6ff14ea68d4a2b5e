import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toConfig } from './config.js';
import { InvalidEnvironment, parseEnvironment } from './parse-environment.js';

function problemsOf(variables: Record<string, string>): string[] {
  try {
    parseEnvironment(variables);
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.problems.map((one) => one.field);
    throw error;
  }
  return [];
}

describe('parseEnvironment', () => {
  it('needs nothing and then means the embedded installation on loopback', () => {
    const config = toConfig(parseEnvironment({}));
    expect(config.http).toMatchObject({ host: '127.0.0.1', port: 3000 });
    expect(config.database).toBeUndefined();
  });

  it('names every bad variable at once and repeats no value', () => {
    const bad = { ATHAR_PORT: 'seven', REDIS_URL: 'http://hunter2@x', ATHAR_HOST: '0.0.0.0' };
    expect(problemsOf(bad).sort()).toEqual(['ATHAR_HOST', 'ATHAR_PORT', 'REDIS_URL']);
    expect(() => parseEnvironment(bad)).toThrow(expect.not.stringContaining('hunter2') as string);
  });

  it('wants the database addresses together', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://athar_app:x@db/athar' })).toEqual([
      'DATABASE_MATCHER_URL',
      'DATABASE_QUEUE_URL',
    ]);
    expect(problemsOf({ DATABASE_OWNER_URL: 'postgres://athar_owner:x@db/athar' })).toContain(
      'DATABASE_URL',
    );
  });

  it('wants keys and mail in production', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      'DATABASE_URL',
      'ATHAR_MASTER_KEY',
      'SMTP_URL',
      'MAIL_FROM',
    ]);
  });

  it('takes a secret from a file, but not from both', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'athar-config-')), 'redis');
    writeFileSync(file, 'redis://queue:6379\n');
    expect(parseEnvironment({ REDIS_URL_FILE: file }).REDIS_URL).toBe('redis://queue:6379');
    expect(problemsOf({ REDIS_URL_FILE: file, REDIS_URL: 'redis://other' })).toEqual(['REDIS_URL']);
    expect(problemsOf({ REDIS_URL_FILE: '/nowhere' })).toEqual(['REDIS_URL_FILE']);
  });
});
