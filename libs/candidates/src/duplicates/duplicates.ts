import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import type { ExplainLocale } from '@athar/matching';
import type { Page } from '@athar/persistence';
import type { PageAsked } from '../judging/own-order.js';
import {
  LikePairJudging,
  type LikeJudgementRequest,
  type LikeRevocationRequest,
} from '../like-pairs/like-pair-judging.js';
import { queueOf } from '../like-pairs/like-pair-queue.js';
import { LikePairReading } from '../like-pairs/like-pair-reading.js';
import type { LikePairSummary, LikePairView } from '../like-pairs/like-pair-view.js';
import { PairTools } from '../like-pairs/pair-tools.js';
import { DuplicateKind, type DuplicateSide } from './duplicate-kind.js';

/** A pair of reports with both of them opened. */
export type DuplicateView = LikePairView<DuplicateSide>;

/** Pairs of two reports of one organisation that may concern one person. */
@Injectable()
export class Duplicates {
  private readonly reading: LikePairReading<DuplicateSide>;
  private readonly judging: LikePairJudging<DuplicateSide>;

  constructor(
    private readonly tools: PairTools,
    private readonly kind: DuplicateKind,
  ) {
    this.reading = new LikePairReading(tools, kind);
    this.judging = new LikePairJudging(tools, kind, this.reading);
  }

  /**
   * The pairs that wait for this reviewer, none with a report that they entered.
   *
   * @throws RoleMissing, InvalidCursor
   */
  queue(actor: Actor, request: PageAsked): Promise<Page<LikePairSummary>> {
    return queueOf(this.tools.database, this.kind, actor, request);
  }

  /** See {@link LikePairReading.read}. */
  read(actor: Actor, id: string, locale: ExplainLocale): Promise<DuplicateView> {
    return this.reading.read(actor, id, locale);
  }

  /** See {@link LikePairJudging.judge}. Confirmed, the two cases become one. */
  judge(
    actor: Actor,
    id: string,
    request: LikeJudgementRequest,
    locale: ExplainLocale,
  ): Promise<DuplicateView> {
    return this.judging.judge(actor, id, request, locale);
  }

  /**
   * See {@link LikePairJudging.revoke}. What was confirmed is for a coordinator to take back: the case
   * becomes two again.
   *
   * @throws CoordinatorNeeded, MergedFurther
   */
  revoke(actor: Actor, id: string, request: LikeRevocationRequest): Promise<LikePairSummary> {
    return this.judging.revoke(actor, id, request);
  }
}
