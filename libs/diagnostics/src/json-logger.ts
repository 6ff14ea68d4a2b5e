import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import { currentCorrelation } from './correlation.js';
import { describeError } from './describe-error.js';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

type Fields = Record<string, unknown>;

/** What Nest says of its own start: a line for every module and route, of use to developers only. */
const framework = new Set<unknown>([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/**
 * Nest's logger as JSON lines. Each line has `level`, `time`, `context`, `msg` and the correlation
 * id at hand. Errors are written as name, code and place; their messages only where we wrote them
 * (see {@link describeError}), since a driver's message may quote a value.
 */
export class JsonLogger implements LoggerService {
  private readonly pino: Pino;

  constructor(level: LogLevel, destination?: DestinationStream) {
    const options = {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
      mixin: () => {
        const correlationId = currentCorrelation();
        return correlationId === undefined ? {} : { correlationId };
      },
    };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(framework.has(rest.at(-1)) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Exclude<LogLevel, 'silent'>, message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    const fields: Fields = context === undefined ? {} : { context };
    for (const item of [message, ...rest]) {
      if (item instanceof Error) fields.error = describeError(item);
      else if (isFields(item)) Object.assign(fields, safe(item));
    }
    this.pino[level](fields, typeof message === 'string' ? message : (messageOf(message) ?? ''));
  }
}

/** An error among the fields is described like any other; `message` becomes the line's own. */
function safe({ message, ...fields }: Fields): Fields {
  void message;
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    value instanceof Error ? describeError(value) : value,
  ]);
  return Object.fromEntries(entries) as Fields;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !(value instanceof Error);
}

function messageOf(value: unknown): string | undefined {
  if (value instanceof Error) return 'An error occurred';
  if (!isFields(value)) return undefined;
  return typeof value.message === 'string' ? value.message : undefined;
}
