import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Members, UnknownMember, type Actor } from '@athar/access';
import type { Request } from 'express';

/** Names the acting member until there is signing in; the API is bound to loopback meanwhile. */
export const MEMBER_HEADER = 'x-athar-member';

const OPEN = 'athar:open';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Marks a route that needs no acting member (health). */
export const Open = () => SetMetadata(OPEN, true);

export type ActingRequest = Request & { actor?: Actor };

/** Finds out who acts before any route runs. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly members: Members,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (
      this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()])
    ) {
      return true;
    }
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const member = request.header(MEMBER_HEADER);
    if (member === undefined || !uuid.test(member)) throw new UnknownMember();
    request.actor = await this.members.identify(member);
    return true;
  }
}
