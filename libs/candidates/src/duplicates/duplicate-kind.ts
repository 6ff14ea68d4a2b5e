import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import {
  CaseMerging,
  CasesLinkedAsKin,
  Reports,
  kinshipBetween,
  type KinshipLink,
  type ReportDocument,
} from '@athar/cases';
import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { CoordinatorNeeded } from '../errors.js';
import { readable } from '../judging/readable.js';
import {
  decidedAt,
  judgedByMe,
  type LikePairRow,
  type Materials,
} from '../like-pairs/like-pair-row.js';
import type { PairKind } from '../like-pairs/pair-kind.js';
import { DUPLICATES } from '../like-pairs/pair-tables.js';
import { PairTools } from '../like-pairs/pair-tools.js';
import type { Outcome, Verdict } from '../words.js';
import { readHoldings, readPlaces, type ReportPlace } from './report-places.js';

/** One of the two reports, opened. */
export interface DuplicateSide extends Omit<ReportPlace, 'openedAt'> {
  document: ReportDocument;
  /** What says that the other side is another person of the family: no merge while it stands. */
  kinship: KinshipLink[];
}

const atWork = (side: string) =>
  `${side}.state = 'open' AND ${side}_case.status NOT IN ('closed', 'withdrawn', 'merged')`;

/** Two reports of one organisation. Confirmed, they are one case; taken back, they are two again. */
@Injectable()
export class DuplicateKind implements PairKind<DuplicateSide> {
  readonly tables = DUPLICATES;
  readonly readers = ['reviewer', 'caseworker', 'coordinator'] as const;
  readonly select = `
    SELECT p.*, ${atWork('a')} AND ${atWork('b')} AND a.case_id <> b.case_id AS live,
      false AS hidden, $1::uuid IN (a.entered_by, b.entered_by) AS entered_by_me,
      ${judgedByMe(DUPLICATES)},
      EXISTS (SELECT FROM duplicate_judgements j WHERE j.pair_id = p.id AND j.round = p.round
        AND j.member_id <> $1::uuid) AS judged_by_others,
      ${decidedAt(DUPLICATES)}
    FROM duplicates p
      JOIN reports a ON a.id = p.left_id JOIN cases a_case ON a_case.id = a.case_id
      JOIN reports b ON b.id = p.right_id JOIN cases b_case ON b_case.id = b.case_id`;

  constructor(
    private readonly tools: PairTools,
    private readonly reports: Reports,
    private readonly merging: CaseMerging,
  ) {}

  requireMayRevoke({ roles }: Actor, { state }: LikePairRow): void {
    if (state === 'confirmed' && !roles.includes('coordinator')) throw new CoordinatorNeeded();
  }

  /** All reports of both cases, since a merge moves them: always before pairs and cases. */
  async lockSides(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `SELECT 1 FROM reports WHERE case_id IN (SELECT r.case_id FROM duplicates d
         JOIN reports r ON r.id IN (d.left_id, d.right_id) WHERE d.id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      [id],
    );
  }

  async open(
    manager: EntityManager,
    { left_id: left, right_id: right }: LikePairRow,
  ): Promise<[DuplicateSide, DuplicateSide] | undefined> {
    const reports = await readable(() => this.reports.forReview(manager, [left, right]));
    const places = await readPlaces(manager, [left, right]);
    const kinship = await kinshipOf(manager, places);
    const [a, b] = [left, right].map((id) => {
      const [report, place] = [reports.find((one) => one.id === id), places.get(id)];
      return report && place ? { ...toSide(place), document: report.document, kinship } : undefined;
    });
    return a && b ? [a, b] : undefined;
  }

  async presentMaterials(
    manager: EntityManager,
    { left_id: left, right_id: right }: LikePairRow,
  ): Promise<Partial<Materials>> {
    const rows = await manager.query<{ id: string; fingerprint: Buffer }[]>(
      'SELECT id, fingerprint FROM reports WHERE id = ANY($1::uuid[])',
      [[left, right]],
    );
    const [a, b] = [left, right].map((id) => rows.find((row) => row.id === id)?.fingerprint);
    return { ...(a ? { left_material: a } : {}), ...(b ? { right_material: b } : {}) };
  }

  async verdictOfOther(
    manager: EntityManager,
    { memberId }: Actor,
    pair: LikePairRow,
  ): Promise<Verdict | undefined> {
    const [row] = await manager.query<{ verdict: Verdict }[]>(
      `SELECT verdict FROM duplicate_judgements
       WHERE pair_id = $1 AND round = $2 AND member_id <> $3 LIMIT 1`,
      [pair.id, pair.round, memberId],
    );
    return row?.verdict;
  }

  /** Refused with either first verdict, so that the second reviewer learns nothing of it. */
  async requireMayJudge(
    manager: EntityManager,
    { left_id: left, right_id: right }: LikePairRow,
    verdict: Verdict,
  ): Promise<void> {
    if (verdict !== 'same_person') return;
    const kinship = await kinshipOf(manager, await readPlaces(manager, [left, right]));
    if (kinship.length > 0) throw new CasesLinkedAsKin();
  }

  decisionSeal(manager: EntityManager, { organisationId }: Actor): Promise<Seal> {
    return this.tools.keyRing.ofOrganisation(manager, organisationId);
  }

  /** The older of the two cases stays. */
  async decided(
    manager: EntityManager,
    actor: Actor,
    pair: LikePairRow,
    outcome: Outcome,
  ): Promise<void> {
    if (outcome !== 'confirmed') return;
    const places = await readPlaces(manager, [pair.left_id, pair.right_id]);
    const [into, from] = [...places.values()].sort(olderFirst);
    if (!into || !from) return;
    await this.merging.merge(manager, actor, {
      intoCaseId: into.caseId,
      fromCaseId: from.caseId,
      because: { duplicateId: pair.id },
      holdingsOf: (caseId) => readHoldings(manager, caseId),
    });
  }

  async revoked(
    manager: EntityManager,
    actor: Actor,
    pair: LikePairRow,
    note: string,
  ): Promise<void> {
    if (pair.state !== 'confirmed') return;
    const holdingsOf = (caseId: string) => readHoldings(manager, caseId);
    await this.merging.undo(manager, actor, pair.id, note, holdingsOf);
  }
}

function toSide({ id, caseId, caseReference, enteredBy, enteredAt }: ReportPlace) {
  return { id, caseId, caseReference, enteredBy, enteredAt };
}

function olderFirst(a: ReportPlace, b: ReportPlace): number {
  return +a.openedAt - +b.openedAt || (a.caseId < b.caseId ? -1 : 1);
}

async function kinshipOf(
  manager: EntityManager,
  places: ReadonlyMap<string, ReportPlace>,
): Promise<KinshipLink[]> {
  const [one, other] = places.values();
  return one && other ? kinshipBetween(manager, one.caseId, other.caseId) : [];
}
