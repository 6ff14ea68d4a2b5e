import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import type { Seal } from '@athar/persistence';
import { Registry, type EntryView } from '@athar/registry';
import type { EntityManager } from 'typeorm';
import { readable } from '../judging/readable.js';
import {
  decidedAt,
  judgedByMe,
  type LikePairRow,
  type Materials,
} from '../like-pairs/like-pair-row.js';
import type { PairKind } from '../like-pairs/pair-kind.js';
import { ENTRY_PAIRS } from '../like-pairs/pair-tables.js';
import { PairTools } from '../like-pairs/pair-tools.js';
import type { Verdict } from '../words.js';
import { entriesSql } from './entries-sql.js';

const beside = 'entry_pair_verdict_beside(p.id, p.round, $1::uuid)';

/**
 * Two entries of different collections. Reviewers of any organisation judge them; what one said is
 * seen by their own organisation, what was decided by all.
 */
@Injectable()
export class EntryPairKind implements PairKind<EntryView> {
  readonly tables = ENTRY_PAIRS;
  readonly readers = ['reviewer', 'steward'] as const;
  readonly select = `
    SELECT p.*, ${entriesSql.open} AS live, ${entriesSql.hidden} AS hidden, false AS entered_by_me,
      ${judgedByMe(ENTRY_PAIRS)}, ${beside} IS NOT NULL AS judged_by_others, ${decidedAt(ENTRY_PAIRS)}
    FROM entry_pairs p ${entriesSql.joins}`;

  constructor(
    private readonly tools: PairTools,
    private readonly registry: Registry,
  ) {}

  requireMayRevoke(): void {
    // Whoever may revoke at all may: nothing but the link itself follows from it.
  }

  /** An import that is at work must not wait for reviewers: what it changed brings the pair back. */
  lockSides(): Promise<void> {
    return Promise.resolve();
  }

  async open(
    manager: EntityManager,
    { left_id: left, right_id: right }: LikePairRow,
  ): Promise<[EntryView, EntryView] | undefined> {
    const views = await readable(() => this.registry.entriesForReview(manager, [left, right]));
    const [a, b] = [left, right].map((id) => views.find((view) => view.id === id));
    return a && b ? [a, b] : undefined;
  }

  async presentMaterials(
    manager: EntityManager,
    { left_id: left, right_id: right }: LikePairRow,
  ): Promise<Partial<Materials>> {
    const found = await readable(() => this.registry.materialsForReview(manager, [left, right]));
    const [a, b] = [found.get(left), found.get(right)];
    return { ...(a ? { left_material: a } : {}), ...(b ? { right_material: b } : {}) };
  }

  requireMayJudge(): Promise<void> {
    return Promise.resolve();
  }

  async verdictOfOther(
    manager: EntityManager,
    { memberId }: Actor,
    pair: LikePairRow,
  ): Promise<Verdict | undefined> {
    const [row] = await manager.query<{ verdict: Verdict | null }[]>(
      'SELECT entry_pair_verdict_beside($1, $2, $3) AS verdict',
      [pair.id, pair.round, memberId],
    );
    return row?.verdict ?? undefined;
  }

  decisionSeal(manager: EntityManager): Promise<Seal> {
    return this.tools.keyRing.ofRegistry(manager);
  }

  decided(): Promise<void> {
    return Promise.resolve();
  }

  revoked(): Promise<void> {
    return Promise.resolve();
  }
}
