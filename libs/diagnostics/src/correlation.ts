import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();
const wellFormed = /^[A-Za-z0-9._-]{8,64}$/;

/** Runs `work` so that every log line and every job it causes carries `correlationId`. */
export function withCorrelation<T>(correlationId: string, work: () => T): T {
  return storage.run(correlationId, work);
}

/** The correlation id of the request or job at hand, if there is one. */
export function currentCorrelation(): string | undefined {
  return storage.getStore();
}

/** True for ids that are safe to echo into logs and headers: 8 to 64 of letters, digits, `._-`. */
export function isCorrelationId(value: unknown): value is string {
  return typeof value === 'string' && wellFormed.test(value);
}
