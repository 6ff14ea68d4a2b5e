import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import type { ExplainLocale } from '@athar/matching';
import type { Page } from '@athar/persistence';
import type { EntryView } from '@athar/registry';
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
import { EntryPairKind } from './entry-pair-kind.js';

/** A pair of entries with both of them opened. */
export type EntryPairView = LikePairView<EntryView>;

/** Pairs of two entries that may document one person: a photograph and a record of another kind. */
@Injectable()
export class EntryPairs {
  private readonly reading: LikePairReading<EntryView>;
  private readonly judging: LikePairJudging<EntryView>;

  constructor(
    private readonly tools: PairTools,
    private readonly kind: EntryPairKind,
  ) {
    this.reading = new LikePairReading(tools, kind);
    this.judging = new LikePairJudging(tools, kind, this.reading);
  }

  /** The pairs that wait for this reviewer. @throws RoleMissing, InvalidCursor */
  queue(actor: Actor, request: PageAsked): Promise<Page<LikePairSummary>> {
    return queueOf(this.tools.database, this.kind, actor, request);
  }

  /** See {@link LikePairReading.read}. */
  read(actor: Actor, id: string, locale: ExplainLocale): Promise<EntryPairView> {
    return this.reading.read(actor, id, locale);
  }

  /** See {@link LikePairJudging.judge}. */
  judge(
    actor: Actor,
    id: string,
    request: LikeJudgementRequest,
    locale: ExplainLocale,
  ): Promise<EntryPairView> {
    return this.judging.judge(actor, id, request, locale);
  }

  /** See {@link LikePairJudging.revoke}. */
  revoke(actor: Actor, id: string, request: LikeRevocationRequest): Promise<LikePairSummary> {
    return this.judging.revoke(actor, id, request);
  }
}
