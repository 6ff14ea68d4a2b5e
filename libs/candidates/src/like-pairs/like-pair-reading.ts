import { requireRole, type Actor } from '@athar/access';
import type { ExplainLocale } from '@athar/matching';
import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { PairNotFound } from '../errors.js';
import { explained } from '../judging/assessment.js';
import { standingOf } from '../judging/pair-row.js';
import { evidenceFor, mayKnowVerdicts, mayOpen } from '../judging/standing.js';
import { openEvidence } from '../matching/sealed-evidence.js';
import { isDecided } from '../words.js';
import { readHistory, type LikeHistory } from './like-pair-history.js';
import { lockPair, type LikePairRow } from './like-pair-row.js';
import { summaryOf, type LikePairView } from './like-pair-view.js';
import type { PairKind } from './pair-kind.js';
import type { PairTools } from './pair-tools.js';

/** Opens pairs of one kind, as far as a member may see them. */
export class LikePairReading<Side> {
  constructor(
    private readonly tools: PairTools,
    private readonly kind: PairKind<Side>,
  ) {}

  /**
   * Both sides of a pair. The first reviewer who opens it in a round is shown the evidence; all
   * others see it once they have judged. The reading is recorded.
   *
   * @throws RoleMissing, PairNotFound also for who may not know of the pair, RecordUnreadable
   */
  async read(actor: Actor, id: string, locale: ExplainLocale): Promise<LikePairView<Side>> {
    requireRole(actor, ...this.kind.readers);
    return this.tools.database.inOrganisation(actor.organisationId, async (manager) => {
      await this.claimEvidence(manager, actor, id);
      return this.openRecorded(manager, actor, id, locale);
    });
  }

  /** As {@link read} in the caller's transaction, but claims no evidence. @throws PairNotFound */
  async openRecorded(
    manager: EntityManager,
    actor: Actor,
    id: string,
    locale: ExplainLocale,
  ): Promise<LikePairView<Side>> {
    const view = await this.open(manager, actor, id, locale);
    const { subject } = this.kind.tables;
    const event = { action: `${subject}.read`, subjectType: subject, subjectId: id };
    const evidence = view.assessment !== null;
    await this.tools.record(manager, actor, event, { round: view.round, evidence });
    return view;
  }

  /** The row of a pair that the member may know of, locked. @throws PairNotFound */
  async lockRow(manager: EntityManager, actor: Actor, id: string): Promise<LikePairRow> {
    const there = await lockPair(manager, this.kind.tables, id);
    const rows = there
      ? await manager.query<LikePairRow[]>(
          `SELECT * FROM (${this.kind.select}) pairs WHERE id = $2`,
          [actor.memberId, id],
        )
      : [];
    const [row] = rows;
    if (!row || row.hidden) throw new PairNotFound();
    return row;
  }

  /** The view in the caller's transaction, who records the use. @throws PairNotFound, RecordUnreadable */
  async open(
    manager: EntityManager,
    actor: Actor,
    id: string,
    locale: ExplainLocale,
  ): Promise<LikePairView<Side>> {
    const row = await this.lockRow(manager, actor, id);
    if (!mayOpen(actor, standingOf(actor, row))) throw new PairNotFound();
    const sides = await this.kind.open(manager, row);
    if (!sides) throw new PairNotFound();
    const { keyRing } = this.tools;
    const seals = {
      judgements: await keyRing.ofOrganisation(manager, actor.organisationId),
      decisions: await this.kind.decisionSeal(manager, actor),
    };
    const present = await this.kind.presentMaterials(manager, row);
    const history = await readHistory(manager, this.kind.tables, seals, actor, row, present);
    const shown = evidenceFor(actor, standingOf(actor, row)) === 'shown';
    return {
      ...summaryOf(actor, row),
      changed: history.changed,
      left: sides[0],
      right: sides[1],
      assessment: shown ? explained(row, this.evidenceOf(seals.decisions, row), locale) : null,
      ...sayings(actor, row, history),
    };
  }

  /** Who sees the decision sees the evidence, so that they are sealed alike. */
  private evidenceOf(seal: Seal, row: LikePairRow) {
    const { pairs: table } = this.kind.tables;
    return openEvidence(seal, { table, left: row.left_id, right: row.right_id }, row);
  }

  private async claimEvidence(manager: EntityManager, actor: Actor, id: string): Promise<void> {
    const row = await this.lockRow(manager, actor, id);
    const standing = standingOf(actor, row);
    if (!mayOpen(actor, standing) || evidenceFor(actor, standing) !== 'claim') return;
    await manager.query(`UPDATE ${this.kind.tables.pairs} SET evidence_reader = $2 WHERE id = $1`, [
      id,
      actor.memberId,
    ]);
  }
}

function sayings<Side>(
  actor: Actor,
  row: LikePairRow,
  { judgements, decisions }: LikeHistory,
): Pick<LikePairView<Side>, 'ownJudgement' | 'judgements' | 'decisions'> {
  const own = judgements.find(
    ({ memberId, round }) => memberId === actor.memberId && round === row.round,
  );
  const all = mayKnowVerdicts(actor, standingOf(actor, row));
  const bare = decisions.slice(0, 1).map((decision) => ({ ...decision, note: null }));
  return {
    ownJudgement: own ?? null,
    judgements: all ? judgements : null,
    decisions: all ? decisions : isDecided(row.state) ? bare : null,
  };
}
