import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import type { NumberPlace } from '../entry-document.js';
import type { ReadReason } from '../entry-view.js';
import { seesHidden } from '../terms/shown.js';
import { NumberWithoutDigits } from './errors.js';
import { foldNumber, type FoldedNumber } from './folded-number.js';
import { findByKeys, type SoughtKeys } from './find-by-keys.js';
import { digitsKey, numberKey } from './number-keys.js';
import { hitOf, type NumberHit } from './number-hit.js';
import { withOneConfusion } from './one-confusion.js';

export interface NumberSearchRequest {
  /** As it was read or told, at most 60 characters. */
  number: string;
  /** Only numbers read in this place. */
  readOn?: NumberPlace | undefined;
  collectionId?: string | undefined;
  reason: ReadReason;
}

export interface NumberSearchAnswer {
  /** The same number first, then those with another letter, then those with one confusion. */
  hits: NumberHit[];
  /** True where there are more than {@link mostHits}: ask for a place or a collection. */
  more: boolean;
}

export const mostHits = 50;

/** Finds entries by a number, although one digit of it may have been misread. */
@Injectable()
export class NumberSearch {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * For stewards and reviewers; who found which entries, and why, is recorded, the number is not.
   * What the terms hide from reviewers is found by stewards only.
   *
   * @throws RoleMissing, NumberWithoutDigits
   */
  async search(actor: Actor, request: NumberSearchRequest): Promise<NumberSearchAnswer> {
    requireRole(actor, 'steward', 'reviewer');
    const asked = foldNumber(request.number);
    if (asked === null) throw new NumberWithoutDigits();
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const seal = await this.keyRing.ofRegistry(manager);
      const sought = soughtKeys(seal, asked);
      const rows = await findByKeys(manager, sought, {
        collectionId: request.collectionId ?? null,
        readOn: request.readOn ?? null,
        hidden: seesHidden(actor),
        limit: mostHits + 1,
      });
      const hits = rows.slice(0, mostHits).map((row) => hitOf(seal, row, sought));
      await this.audit.record(manager, {
        organisationId: actor.organisationId,
        memberId: actor.memberId,
        action: 'entries.searched-by-number',
        subjectType: request.collectionId === undefined ? 'registry' : 'collection',
        ...(request.collectionId === undefined ? {} : { subjectId: request.collectionId }),
        detail: {
          reason: request.reason,
          readOn: request.readOn ?? null,
          entries: [...new Set(hits.map((hit) => hit.entryId))],
        },
      });
      return { hits, more: rows.length > mostHits };
    });
  }
}

function soughtKeys(seal: Seal, asked: FoldedNumber): SoughtKeys {
  const variants = withOneConfusion(asked).map(
    ({ number, confusion }) => [numberKey(seal, number).toString('hex'), confusion] as const,
  );
  return {
    exact: numberKey(seal, asked),
    digits: digitsKey(seal, asked),
    confused: new Map(variants),
  };
}
