import type { Actor } from '@athar/access';
import type { ExplainLocale } from '@athar/matching';
import type { Page } from '@athar/persistence';
import type { PageAsked } from '../judging/own-order.js';
import {
  LikePairJudging,
  type LikeJudgementRequest,
  type LikeRevocationRequest,
} from './like-pair-judging.js';
import { leftOf, queueOf } from './like-pair-queue.js';
import { LikePairReading } from './like-pair-reading.js';
import type { LeftLikePair, LikePairSummary, LikePairView } from './like-pair-view.js';
import type { PairKind } from './pair-kind.js';
import type { PairTools } from './pair-tools.js';

/** All that members do with pairs of two records of one kind. */
export class LikePairs<Side> {
  private readonly reading: LikePairReading<Side>;
  private readonly judging: LikePairJudging<Side>;

  constructor(
    private readonly tools: PairTools,
    private readonly kind: PairKind<Side>,
  ) {
    this.reading = new LikePairReading(tools, kind);
    this.judging = new LikePairJudging(tools, kind, this.reading);
  }

  /** See {@link queueOf}. @throws RoleMissing, InvalidCursor */
  queue(actor: Actor, request: PageAsked): Promise<Page<LikePairSummary>> {
    return queueOf(this.tools.database, this.kind, actor, request);
  }

  /** See {@link leftOf}. @throws RoleMissing, InvalidCursor */
  left(actor: Actor, request: PageAsked): Promise<Page<LeftLikePair>> {
    return leftOf(this.tools.database, this.kind, actor, request);
  }

  /** See {@link LikePairReading.read}. */
  read(actor: Actor, id: string, locale: ExplainLocale): Promise<LikePairView<Side>> {
    return this.reading.read(actor, id, locale);
  }

  /** See {@link LikePairJudging.judge}. */
  judge(
    actor: Actor,
    id: string,
    request: LikeJudgementRequest,
    locale: ExplainLocale,
  ): Promise<LikePairView<Side>> {
    return this.judging.judge(actor, id, request, locale);
  }

  /** See {@link LikePairJudging.revoke}. */
  revoke(actor: Actor, id: string, request: LikeRevocationRequest): Promise<LikePairSummary> {
    return this.judging.revoke(actor, id, request);
  }
}
