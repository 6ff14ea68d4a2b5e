import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdempotencyLedger, type Actor, type IdempotentRequest } from '@athar/access';
import { KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';

/** Gives a new resource its id, or finds what the same request made before. */
@Injectable()
export class Repeatable {
  constructor(
    private readonly ledger: IdempotencyLedger,
    private readonly keyRing: KeyRing,
  ) {}

  /**
   * Works in the caller's transaction, before anything is written.
   *
   * @param scope what is done, as `reports.create`.
   * @param idempotent left out: the request is done as often as it comes.
   * @returns the resource's id, and whether it was made before.
   * @throws IdempotencyKeyReused
   */
  async claim(
    manager: EntityManager,
    actor: Actor,
    scope: string,
    idempotent: IdempotentRequest | undefined,
  ): Promise<{ id: string; repeated: boolean }> {
    const id = randomUUID();
    if (!idempotent) return { id, repeated: false };
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const digest = seal.digest('idempotency', idempotent.request);
    const request = { key: idempotent.key, digest };
    const claim = await this.ledger.claim(manager, actor, scope, request, id);
    return { id: claim.resourceId, repeated: claim.repeated };
  }
}
