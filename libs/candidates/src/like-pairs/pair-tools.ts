import { Injectable } from '@nestjs/common';
import { AuditTrail, IdempotencyLedger, type Actor, type IdempotentRequest } from '@athar/access';
import { Database, KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';

/** What judging needs of the house, for every kind of pair. */
@Injectable()
export class PairTools {
  constructor(
    readonly database: Database,
    readonly keyRing: KeyRing,
    readonly audit: AuditTrail,
    private readonly ledger: IdempotencyLedger,
  ) {}

  /** Whether the request was done before; claims it for `resourceId` where not. @throws IdempotencyKeyReused */
  async isRepeated(
    manager: EntityManager,
    actor: Actor,
    scope: string,
    { key, request }: IdempotentRequest,
    resourceId: string,
  ): Promise<boolean> {
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const asked = { key, digest: seal.digest('idempotency', request) };
    return (await this.ledger.claim(manager, actor, scope, asked, resourceId)).repeated;
  }

  /** Records what a member did with a pair, in their own organisation's chain. */
  record(
    manager: EntityManager,
    { organisationId, memberId }: Actor,
    event: { action: string; subjectType: string; subjectId: string },
    detail: Readonly<Record<string, string | number | boolean>>,
  ): Promise<void> {
    return this.audit.record(manager, { organisationId, memberId, ...event, detail });
  }
}
