import type { Actor, MemberRole } from '@athar/access';
import type { Verdict, Outcome } from '../words.js';
import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { LikePairRow, Materials } from './like-pair-row.js';
import type { PairTables } from './pair-tables.js';

/** What differs between pairs of reports and pairs of entries; all else is judged alike. */
export interface PairKind<Side> {
  readonly tables: PairTables;
  /** SELECT of {@link LikePairRow}s, as the member of `$1` stands to them. */
  readonly select: string;
  /** Who may open a pair, if only once it was decided. */
  readonly readers: readonly MemberRole[];
  /** Throws where a member may not take this decision back. */
  requireMayRevoke(actor: Actor, pair: LikePairRow): void;
  /** Locks what must not change while a pair is judged or revoked; before the pair itself. */
  lockSides(manager: EntityManager, id: string): Promise<void>;
  /** Opens both records. Undefined where one is not to be had. @throws RecordUnreadable */
  open(manager: EntityManager, pair: LikePairRow): Promise<[Side, Side] | undefined>;
  /** Both records' digests as they are now. */
  presentMaterials(manager: EntityManager, pair: LikePairRow): Promise<Partial<Materials>>;
  /** Throws where this verdict cannot stand, whatever another member said. */
  requireMayJudge(manager: EntityManager, pair: LikePairRow, verdict: Verdict): Promise<void>;
  /** What another member said in the pair's present round. */
  verdictOfOther(
    manager: EntityManager,
    actor: Actor,
    pair: LikePairRow,
  ): Promise<Verdict | undefined>;
  /** The key for notes of decisions, which whoever sees the decision can open. */
  decisionSeal(manager: EntityManager, actor: Actor): Promise<Seal>;
  /** What follows from a decision, in its transaction. */
  decided(manager: EntityManager, actor: Actor, pair: LikePairRow, outcome: Outcome): Promise<void>;
  /** What follows from taking a decision back, in its transaction. */
  revoked(manager: EntityManager, actor: Actor, pair: LikePairRow, note: string): Promise<void>;
}
