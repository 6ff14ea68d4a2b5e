import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Reports } from '@athar/cases';
import type { ExplainLocale } from '@athar/matching';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import { Registry } from '@athar/registry';
import type { EntityManager } from 'typeorm';
import { LinkedEntries } from '../entry-pairs/linked-entries.js';
import { CandidateNotFound, EntryHeld } from '../errors.js';
import { openEvidence } from '../matching/sealed-evidence.js';
import { isDecided } from '../words.js';
import { assess, strongElsewhere } from './assessment.js';
import { lockCandidate, readCandidate, summaryOf, type CandidateRow } from './candidate-row.js';
import type { CandidateView, DecisionView } from './candidate-view.js';
import { heldShownTo, keptBack } from './held.js';
import { readHistory, type History } from './history.js';
import { readPresentSides } from './present-sides.js';
import { readable } from './readable.js';
import { standingOf } from './pair-row.js';
import { evidenceFor, mayKnowVerdicts, mayOpen } from './standing.js';

/** Opens a pair, as far as the member may see it. */
@Injectable()
export class CandidateReader {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly reports: Reports,
    private readonly registry: Registry,
    private readonly links: LinkedEntries,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Both sides of a pair. The first reviewer who opens it in a round is shown the evidence; all
   * others see it once they have judged. The reading is recorded.
   *
   * @throws RoleMissing, CandidateNotFound also for who may not know of the pair, EntryHeld, RecordUnreadable
   */
  async read(actor: Actor, id: string, locale: ExplainLocale): Promise<CandidateView> {
    requireRole(actor, 'reviewer', 'caseworker', 'coordinator');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      if (!(await lockCandidate(manager, id))) throw new CandidateNotFound();
      await this.claimEvidence(manager, actor, id);
      return this.openRecorded(manager, actor, id, locale);
    });
  }

  /**
   * As {@link read} in the caller's transaction, for who did not ask for the evidence: it is shown
   * where they have seen it, and otherwise left to who opens the pair.
   *
   * @throws CandidateNotFound
   */
  async readUnclaimed(
    manager: EntityManager,
    actor: Actor,
    id: string,
    locale: ExplainLocale,
  ): Promise<CandidateView> {
    if (!(await lockCandidate(manager, id))) throw new CandidateNotFound();
    return this.openRecorded(manager, actor, id, locale);
  }

  private async openRecorded(
    manager: EntityManager,
    actor: Actor,
    id: string,
    locale: ExplainLocale,
  ): Promise<CandidateView> {
    const view = await this.open(manager, actor, id, locale);
    await this.audit.record(manager, {
      organisationId: actor.organisationId,
      memberId: actor.memberId,
      action: 'candidate.read',
      subjectType: 'candidate',
      subjectId: id,
      detail: { round: view.round, evidence: view.assessment !== null },
    });
    return view;
  }

  /** The view in the caller's transaction, who holds the pair's lock and records the use. */
  async open(
    manager: EntityManager,
    actor: Actor,
    id: string,
    locale: ExplainLocale,
  ): Promise<CandidateView> {
    const row = await readCandidate(manager, actor, id);
    if (!row || !mayOpen(actor, standingOf(actor, row))) throw new CandidateNotFound();
    if (keptBack(actor, row.held)) {
      throw heldShownTo(actor) === 'all' ? new EntryHeld() : new CandidateNotFound();
    }
    const { report, entry, present } = await this.openSides(manager, row);
    const standing = standingOf(actor, row);
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const history = await readHistory(manager, seal, row, present);
    const shown = evidenceFor(actor, standing) === 'shown';
    const isReviewer = actor.roles.includes('reviewer');
    return {
      ...summaryOf(actor, row),
      changed: history.changed,
      alsoStrongElsewhere: isReviewer ? await strongElsewhere(manager, row, actor.memberId) : null,
      report: { id: report.id, document: report.document },
      entry,
      linkedEntries: isReviewer ? await this.links.of(manager, row.entry_id) : null,
      assessment: shown
        ? await assess(manager, row, evidenceOf(seal, row), actor.memberId, locale)
        : null,
      ...sayings(actor, row, history),
    };
  }

  private openSides(manager: EntityManager, row: CandidateRow) {
    return readable(async () => {
      const [report] = await this.reports.forReview(manager, [row.report_id]);
      const [entry] = await this.registry.entriesForReview(manager, [row.entry_id]);
      if (!report || !entry) throw new CandidateNotFound();
      const present = await readPresentSides(manager, this.registry, row);
      return { report, entry, present };
    });
  }

  private async claimEvidence(manager: EntityManager, actor: Actor, id: string): Promise<void> {
    const row = await readCandidate(manager, actor, id);
    if (!row || keptBack(actor, row.held)) return;
    const standing = standingOf(actor, row);
    if (!mayOpen(actor, standing) || evidenceFor(actor, standing) !== 'claim') return;
    await manager.query('UPDATE candidates SET evidence_reader = $2 WHERE id = $1', [
      id,
      actor.memberId,
    ]);
  }
}

function sayings(
  actor: Actor,
  row: CandidateRow,
  { judgements, decisions }: History,
): Pick<CandidateView, 'ownJudgement' | 'judgements' | 'decisions'> {
  const own = judgements.find(
    ({ memberId, round }) => memberId === actor.memberId && round === row.round,
  );
  const all = mayKnowVerdicts(actor, standingOf(actor, row));
  return {
    ownJudgement: own ?? null,
    judgements: all ? judgements : null,
    decisions: all ? decisions : isDecided(row.state) ? decisions.slice(0, 1).map(bare) : null,
  };
}

function evidenceOf(seal: Seal, row: CandidateRow) {
  const place = { table: 'candidates', left: row.report_id, right: row.entry_id } as const;
  return openEvidence(seal, place, row);
}

/** What a caseworker needs of a decision; the words of reviewers stay among reviewers. */
function bare(decision: DecisionView): DecisionView {
  return { ...decision, note: null };
}
