import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from './actor.js';
import { IdempotencyKeyReused } from './errors.js';

/** A client's promise that requests with this key are one and the same. */
export interface IdempotentRequest {
  key: string;
  /** Anything that tells this request from another; only its keyed digest is kept. */
  request: string;
}

/** What of a request is kept. */
export interface DigestedRequest {
  key: string;
  /** Keyed by the owner's seal, so that a stolen copy does not confirm a guess at names or phones. */
  digest: Buffer;
}

/** Remembers, in the transaction of the work itself, which requests were already done. */
@Injectable()
export class IdempotencyLedger {
  /**
   * Claims `key` for a new resource, or finds what an earlier request with it made. A request that
   * runs at the same time waits here until the first has committed or failed.
   *
   * @param scope what is done, as `reports.create`; the same key may serve another scope.
   * @param resourceId id that the resource will have if this request is the first.
   * @returns the id of the resource, and whether it was made before.
   * @throws IdempotencyKeyReused where the key came with another request before.
   */
  async claim(
    manager: EntityManager,
    actor: Actor,
    scope: string,
    { key, digest }: DigestedRequest,
    resourceId: string,
  ): Promise<{ resourceId: string; repeated: boolean }> {
    const place = [actor.organisationId, actor.memberId, scope, key];
    const inserted = await manager.query<unknown[]>(
      `INSERT INTO idempotency_keys (organisation_id, member_id, scope, key, request_digest, resource_id)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
      [...place, digest, resourceId],
    );
    if (inserted.length > 0) return { resourceId, repeated: false };
    const [row] = await manager.query<{ request_digest: Buffer; resource_id: string }[]>(
      `SELECT request_digest, resource_id FROM idempotency_keys
       WHERE organisation_id = $1 AND member_id = $2 AND scope = $3 AND key = $4`,
      place,
    );
    if (!row?.request_digest.equals(digest)) throw new IdempotencyKeyReused();
    return { resourceId: row.resource_id, repeated: true };
  }
}
