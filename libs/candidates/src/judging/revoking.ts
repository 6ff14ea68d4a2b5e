import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { CaseStatus } from '@athar/cases';
import { Database, KeyRing } from '@athar/persistence';
import { CandidateChanged, CandidateNotFound, NotDecided } from '../errors.js';
import { next } from '../transitions.js';
import { lockCandidate, lockReportOf, readCandidate, summaryOf } from './candidate-row.js';
import type { CandidateSummary } from './candidate-view.js';
import { addDecision, moveTo, otherConfirmed } from './decisions.js';
import { heldShownTo, keptBack } from './held.js';
import { standingOf } from './pair-row.js';
import { mayOpen } from './standing.js';

export interface RevocationRequest {
  /** Why, for colleagues; kept sealed. */
  note: string;
  expectedVersion: number;
}

/** Takes a decision back. What was judged and decided stays on record. */
@Injectable()
export class Revoking {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly caseStatus: CaseStatus,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Revokes the decision on a pair, which is then proposed in a new round. A case that holds no
   * other confirmed pair goes back to being under review.
   *
   * @throws RoleMissing, CandidateNotFound, NotDecided (to who may know of the open pair), CandidateChanged
   */
  async revoke(actor: Actor, id: string, request: RevocationRequest): Promise<CandidateSummary> {
    requireRole(actor, 'coordinator', 'reviewer');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      await lockReportOf(manager, id);
      await lockCandidate(manager, id);
      const pair = await readCandidate(manager, actor, id);
      const hidden = pair && heldShownTo(actor) !== 'all' && keptBack(actor, pair.held);
      if (!pair || hidden || !mayOpen(actor, standingOf(actor, pair))) {
        throw new CandidateNotFound();
      }
      const state = next(pair.state, 'revoked');
      if (!state) throw new NotDecided();
      if (pair.version !== request.expectedVersion) throw new CandidateChanged();
      const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
      await addDecision(manager, seal, actor, pair, 'revoked', request.note);
      await moveTo(manager, pair, state, { newRound: true });
      if (pair.state === 'confirmed' && !(await otherConfirmed(manager, pair))) {
        await this.caseStatus.apply(manager, actor, pair.case_id, 'confirmation_revoked');
      }
      const revoked = await readCandidate(manager, actor, id);
      await this.audit.record(manager, {
        organisationId: actor.organisationId,
        memberId: actor.memberId,
        action: 'candidate.revoked',
        subjectType: 'candidate',
        subjectId: id,
        detail: { round: pair.round, outcome: pair.state },
      });
      return summaryOf(actor, revoked ?? pair);
    });
  }
}
