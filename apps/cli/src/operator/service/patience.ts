import { setTimeout as pause } from 'node:timers/promises';
import { ConnectionLost, Refused } from './errors.js';

/** Seconds between attempts: a service that restarts is back within half a minute. */
const pauses = [0.5, 1, 2, 4, 8, 8, 8];

/** How often a whole file may be sent again. */
export const mostAttempts = pauses.length;

/**
 * Repeats `request` while the service restarts: the connection is refused or lost, or it says that
 * it is not ready. The request must be one that may be repeated.
 *
 * @throws ConnectionLost where it does not come back.
 */
export async function patiently<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const seconds of pauses) {
    try {
      return await request();
    } catch (error) {
      signal.throwIfAborted();
      if (!mayPass(error)) throw error;
      await pause(seconds * 1000, undefined, { signal });
    }
  }
  return request().catch((error: unknown) => {
    throw isLostConnection(error) ? new ConnectionLost(error) : error;
  });
}

/** The service is down or drops connections, which says nothing of the request. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return lost.has(error.code);
  // `fetch` wraps what happened on the connection.
  return error.name === 'TypeError' && error.message === 'fetch failed';
}

const lost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_SOCKET',
]);

function mayPass(error: unknown): boolean {
  return isLostConnection(error) || (error instanceof Refused && error.status === 503);
}
