import { randomUUID } from 'node:crypto';
import { requireRole, type Actor, type IdempotentRequest } from '@athar/access';
import type { ExplainLocale } from '@athar/matching';
import type { EntityManager } from 'typeorm';
import {
  AlreadyJudged,
  CandidateChanged,
  NotDecided,
  NotOpenForJudging,
  OwnReport,
  PairNotFound,
} from '../errors.js';
import type { NewJudgement } from '../judging/decisions.js';
import { standingOf } from '../judging/pair-row.js';
import { isOpenForJudging, mayOpen } from '../judging/standing.js';
import { next, outcomeOf } from '../transitions.js';
import type { Outcome } from '../words.js';
import { changedSides } from './like-pair-history.js';
import type { LikePairRow } from './like-pair-row.js';
import { summaryOf, type LikePairSummary, type LikePairView } from './like-pair-view.js';
import { addDecision, addJudgement, moveTo } from './like-pair-writes.js';
import type { LikePairReading } from './like-pair-reading.js';
import type { PairKind } from './pair-kind.js';
import type { PairTools } from './pair-tools.js';

export interface LikeJudgementRequest extends NewJudgement {
  /** The pair's version that the reviewer looked at. */
  expectedVersion: number;
  idempotent?: IdempotentRequest | undefined;
}

export interface LikeRevocationRequest {
  /** Why, for colleagues; kept sealed. */
  note: string;
  expectedVersion: number;
}

/** Two people judge a pair of one kind, each for themselves; what they say together decides. */
export class LikePairJudging<Side> {
  constructor(
    private readonly tools: PairTools,
    private readonly kind: PairKind<Side>,
    private readonly reading: LikePairReading<Side>,
  ) {}

  /**
   * Adds a reviewer's judgement; the second of a round decides the pair.
   *
   * @throws RoleMissing, PairNotFound, OwnReport, AlreadyJudged, NotOpenForJudging, CandidateChanged,
   * RecordUnreadable, IdempotencyKeyReused, CasesLinkedAsKin
   */
  async judge(
    actor: Actor,
    id: string,
    request: LikeJudgementRequest,
    locale: ExplainLocale,
  ): Promise<LikePairView<Side>> {
    requireRole(actor, 'reviewer');
    return this.tools.database.inOrganisation(actor.organisationId, async (manager) => {
      const judgementId = randomUUID();
      const scope = `${this.kind.tables.pairs}.judge`;
      const { idempotent } = request;
      const repeated =
        idempotent && (await this.tools.isRepeated(manager, actor, scope, idempotent, judgementId));
      if (repeated) return this.reading.openRecorded(manager, actor, id, locale);
      await this.kind.lockSides(manager, id);
      const pair = await this.requireOpen(manager, actor, id, request.expectedVersion);
      await this.kind.requireMayJudge(manager, pair, request.verdict);
      const outcome = await this.add(manager, actor, pair, judgementId, request);
      const view = await this.reading.open(manager, actor, id, locale);
      await this.record(manager, actor, pair, outcome);
      return view;
    });
  }

  /**
   * Takes a decision back: the pair is proposed in a new round, and what followed from it is undone.
   *
   * @throws RoleMissing, PairNotFound, NotDecided, CandidateChanged
   */
  async revoke(
    actor: Actor,
    id: string,
    { note, expectedVersion }: LikeRevocationRequest,
  ): Promise<LikePairSummary> {
    requireRole(actor, 'coordinator', 'reviewer');
    return this.tools.database.inOrganisation(actor.organisationId, async (manager) => {
      await this.kind.lockSides(manager, id);
      const pair = await this.reading.lockRow(manager, actor, id);
      if (!mayOpen(actor, standingOf(actor, pair))) throw new PairNotFound();
      const state = next(pair.state, 'revoked');
      if (!state) throw new NotDecided();
      this.kind.requireMayRevoke(actor, pair);
      if (pair.version !== expectedVersion) throw new CandidateChanged();
      const seal = await this.kind.decisionSeal(manager, actor);
      await addDecision(manager, this.kind.tables, seal, actor, pair, 'revoked', note);
      await moveTo(manager, this.kind.tables, pair, state, { newRound: true });
      await this.kind.revoked(manager, actor, pair, note);
      const revoked = await this.reading.lockRow(manager, actor, id);
      const { round, state: outcome } = pair;
      await this.tools.record(manager, actor, this.event('revoked', id), { round, outcome });
      return summaryOf(actor, revoked);
    });
  }

  private async requireOpen(
    manager: EntityManager,
    actor: Actor,
    id: string,
    expectedVersion: number,
  ): Promise<LikePairRow> {
    const pair = await this.reading.lockRow(manager, actor, id);
    const standing = standingOf(actor, pair);
    if (standing.enteredByMe) throw new OwnReport();
    if (standing.judgedByMe) throw new AlreadyJudged();
    if (!isOpenForJudging(standing)) throw new NotOpenForJudging();
    if (pair.version !== expectedVersion) throw new CandidateChanged();
    // Matching may not have seen yet what a colleague changed a moment ago.
    const present = await this.kind.presentMaterials(manager, pair);
    if (changedSides(pair, present).length > 0) throw new CandidateChanged();
    return pair;
  }

  private async add(
    manager: EntityManager,
    actor: Actor,
    pair: LikePairRow,
    judgementId: string,
    judgement: NewJudgement,
  ): Promise<Outcome | undefined> {
    const { tables } = this.kind;
    const own = await this.tools.keyRing.ofOrganisation(manager, actor.organisationId);
    const other = await this.kind.verdictOfOther(manager, actor, pair);
    const outcome = other && outcomeOf(other, judgement.verdict);
    const state = next(pair.state, outcome ? `decided_${outcome}` : 'judged_first');
    if (!state) throw new NotOpenForJudging();
    await addJudgement(manager, tables, own, actor, pair, judgementId, judgement);
    await moveTo(manager, tables, pair, state);
    if (!outcome) return undefined;
    const seal = await this.kind.decisionSeal(manager, actor);
    await addDecision(manager, tables, seal, actor, pair, outcome);
    await this.kind.decided(manager, actor, pair, outcome);
    return outcome;
  }

  /** Verdicts stay out of the trail: whoever reads it may still have to judge. */
  private async record(
    manager: EntityManager,
    actor: Actor,
    { id, round }: LikePairRow,
    outcome: Outcome | undefined,
  ): Promise<void> {
    await this.tools.record(manager, actor, this.event('judged', id), { round });
    if (outcome) {
      await this.tools.record(manager, actor, this.event('decided', id), { round, outcome });
    }
  }

  private event(verb: string, subjectId: string) {
    const { subject } = this.kind.tables;
    return { action: `${subject}.${verb}`, subjectType: subject, subjectId };
  }
}
