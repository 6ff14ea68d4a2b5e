import type { Readable } from 'node:stream';

/**
 * Lets what is left of a request's body run out. A client that is still sending would otherwise never
 * look at the answer, and what stays in the connection would stand before its next request.
 */
export function leaveUnread(body: Readable): void {
  // A reader that gave up half-way may still wait for bytes, and a body that is waited for does not flow.
  body.removeAllListeners('readable');
  body.on('data', () => undefined);
  body.resume();
}
