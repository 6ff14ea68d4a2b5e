import { CodedError } from './coded-error.js';
import { withCorrelation } from './correlation.js';
import { JsonLogger } from './json-logger.js';

class Refused extends CodedError {
  readonly code = 'refused';
  readonly kind = 'conflict';
}

function capture(use: (logger: JsonLogger) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  use(new JsonLogger('trace', { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('JsonLogger', () => {
  it('writes one JSON object a line with level, context and correlation id', () => {
    const [line] = capture((logger) =>
      withCorrelation('request-0001', () => logger.log('Started', { port: 3000 }, 'api')),
    );
    expect(line).toMatchObject({
      level: 'info',
      msg: 'Started',
      context: 'api',
      port: 3000,
      correlationId: 'request-0001',
    });
  });

  it('keeps the message of our own errors and drops that of foreign ones', () => {
    const [ours, foreign] = capture((logger) => {
      logger.error(new Refused('The import was refused.'), 'registry');
      logger.error(new Error('invalid input: "حسين العلي"'), 'pg');
    });
    expect(ours).toMatchObject({ error: { code: 'refused', message: 'The import was refused.' } });
    expect(JSON.stringify(foreign)).not.toContain('حسين');
  });

  it('describes an error that stands among fields, without what a driver hangs on it', () => {
    const driver = Object.assign(new Error('duplicate key'), { detail: 'Key (name)=(حسين)' });
    const [line] = capture((logger) => logger.warn({ message: 'Not saved', error: driver }, 'pg'));
    expect(line).toMatchObject({ msg: 'Not saved', error: { name: 'Error' } });
    expect(JSON.stringify(line)).not.toContain('حسين');
  });
});
