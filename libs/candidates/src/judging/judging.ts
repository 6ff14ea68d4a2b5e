import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  IdempotencyLedger,
  requireRole,
  type Actor,
  type IdempotentRequest,
} from '@athar/access';
import { CaseStatus } from '@athar/cases';
import type { ExplainLocale } from '@athar/matching';
import { Database, KeyRing } from '@athar/persistence';
import { Registry } from '@athar/registry';
import type { EntityManager } from 'typeorm';
import {
  AlreadyJudged,
  CandidateChanged,
  CandidateNotFound,
  NotOpenForJudging,
  OwnReport,
} from '../errors.js';
import { next, outcomeOf, type PairEvent } from '../transitions.js';
import type { Outcome } from '../words.js';
import { CandidateReader } from './candidate-reader.js';
import { lockCandidate, lockReportOf, readCandidate, type CandidateRow } from './candidate-row.js';
import type { CandidateView } from './candidate-view.js';
import {
  addDecision,
  addJudgement,
  moveTo,
  verdictOfOther,
  type NewJudgement,
} from './decisions.js';
import { keptBack } from './held.js';
import { changedSides, readPresentSides } from './present-sides.js';
import { readable } from './readable.js';
import { standingOf } from './pair-row.js';
import { isOpenForJudging } from './standing.js';

export interface JudgementRequest extends NewJudgement {
  /** The pair's version that the reviewer looked at. */
  expectedVersion: number;
  idempotent?: IdempotentRequest | undefined;
}

/** Two people judge a pair, each for themselves; what they say together is the decision. */
@Injectable()
export class Judging {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly reader: CandidateReader,
    private readonly registry: Registry,
    private readonly caseStatus: CaseStatus,
    private readonly ledger: IdempotencyLedger,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Adds a reviewer's judgement; the second of a round decides the pair, and with it the status of
   * its case. All in one transaction. Sends nothing to anyone.
   *
   * @returns the pair with what this reviewer may see of it now.
   * @throws RoleMissing, CandidateNotFound, OwnReport, AlreadyJudged, NotOpenForJudging,
   * CandidateChanged, RecordUnreadable, CaseTransitionRefused, IdempotencyKeyReused
   */
  async judge(
    actor: Actor,
    id: string,
    request: JudgementRequest,
    locale: ExplainLocale,
  ): Promise<CandidateView> {
    requireRole(actor, 'reviewer');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const judgementId = randomUUID();
      const { idempotent } = request;
      if (idempotent) {
        const scope = 'candidates.judge';
        const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
        const digest = seal.digest('idempotency', idempotent.request);
        const asked = { key: idempotent.key, digest };
        const claim = await this.ledger.claim(manager, actor, scope, asked, judgementId);
        if (claim.repeated) return this.reader.readUnclaimed(manager, actor, id, locale);
      }
      const pair = await this.lockForJudging(manager, actor, id, request.expectedVersion);
      const outcome = await this.add(manager, actor, pair, judgementId, request);
      const view = await this.reader.open(manager, actor, id, locale);
      await this.record(manager, actor, pair, outcome);
      return view;
    });
  }

  private async lockForJudging(
    manager: EntityManager,
    actor: Actor,
    id: string,
    expectedVersion: number,
  ): Promise<CandidateRow> {
    await lockReportOf(manager, id);
    await lockCandidate(manager, id);
    const pair = await readCandidate(manager, actor, id);
    if (!pair || keptBack(actor, pair.held)) throw new CandidateNotFound();
    const standing = standingOf(actor, pair);
    if (standing.enteredByMe) throw new OwnReport();
    if (standing.judgedByMe) throw new AlreadyJudged();
    if (!isOpenForJudging(standing)) throw new NotOpenForJudging();
    if (pair.version !== expectedVersion) throw new CandidateChanged();
    // Matching may not have seen yet what a colleague changed a moment ago.
    const present = await readable(() => readPresentSides(manager, this.registry, pair));
    if (changedSides(pair, present).length > 0) throw new CandidateChanged();
    return pair;
  }

  private async add(
    manager: EntityManager,
    actor: Actor,
    pair: CandidateRow,
    judgementId: string,
    judgement: NewJudgement,
  ): Promise<Outcome | undefined> {
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const other = await verdictOfOther(manager, actor, pair);
    const outcome = other && outcomeOf(other, judgement.verdict);
    const event: PairEvent = outcome ? `decided_${outcome}` : 'judged_first';
    const state = next(pair.state, event);
    if (!state) throw new NotOpenForJudging();
    await addJudgement(manager, seal, actor, pair, judgementId, judgement);
    await moveTo(manager, pair, state);
    if (outcome) await addDecision(manager, seal, actor, pair, outcome);
    if (!outcome) await this.caseStatus.apply(manager, actor, pair.case_id, 'judging_started');
    if (outcome === 'confirmed') {
      await this.caseStatus.apply(manager, actor, pair.case_id, 'confirmed');
    }
    return outcome;
  }

  /** Verdicts stay out of the trail: whoever reads it may still have to judge. */
  private async record(
    manager: EntityManager,
    actor: Actor,
    { id, round }: CandidateRow,
    outcome: Outcome | undefined,
  ): Promise<void> {
    const { organisationId, memberId } = actor;
    const subject = { organisationId, memberId, subjectType: 'candidate', subjectId: id };
    await this.audit.record(manager, { ...subject, action: 'candidate.judged', detail: { round } });
    if (!outcome) return;
    const detail = { round, outcome };
    await this.audit.record(manager, { ...subject, action: 'candidate.decided', detail });
  }
}
