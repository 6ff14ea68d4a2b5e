import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { UnknownMember, type Actor, type IdempotentRequest } from '@athar/access';
import type { ActingRequest } from './actor.guard.js';
import { IfMatchMissing, InvalidRequest } from './errors.js';

function requestOf(context: ExecutionContext): ActingRequest {
  return context.switchToHttp().getRequest<ActingRequest>();
}

/** The member who acts. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (!actor) throw new UnknownMember();
  return actor;
});

/**
 * The request's Idempotency-Key with what tells this request from another, or undefined where the
 * client sent none.
 */
export const Idempotency = createParamDecorator(
  (_: unknown, context: ExecutionContext): IdempotentRequest | undefined => {
    const request = requestOf(context);
    const key = request.header('idempotency-key');
    if (key === undefined) return undefined;
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new InvalidRequest([
        {
          field: 'header/idempotency-key',
          code: 'bad-value',
          expected: '1 to 200 visible ASCII characters',
          fix: 'Send a random UUID, the same one when the request is repeated.',
        },
      ]);
    }
    const body: unknown = request.body;
    return {
      key,
      request: `${request.method} ${request.originalUrl}\n${JSON.stringify(body ?? null)}`,
    };
  },
);

/** The version in If-Match. @throws IfMatchMissing (428), InvalidRequest where it is no ETag of ours */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = requestOf(context).header('if-match');
  if (header === undefined) throw new IfMatchMissing();
  const version = /^"([1-9][0-9]{0,8})"$/.exec(header.trim())?.[1];
  if (version === undefined) {
    throw new InvalidRequest([
      {
        field: 'header/if-match',
        code: 'bad-value',
        expected: 'the ETag of the version that was edited, as "3"',
        fix: 'Read the resource again and send its ETag.',
      },
    ]);
  }
  return Number(version);
});
