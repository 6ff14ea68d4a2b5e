import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  AuditTrail,
  IdempotencyLedger,
  requireRole,
  type Actor,
  type IdempotentRequest,
} from '@athar/access';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import { matchEntriesJob } from '../match-entries-job.js';
import { EntrySources, type SourcesWritten } from '../sources/index.js';
import { seesHidden } from '../terms/shown.js';
import { agree } from './agreement.js';
import type { AwaitedReading } from './awaited.js';
import { checkConfidence, checkedReading } from './check-reading.js';
import { contributionOf, type AttributedReading } from './contribution.js';
import { OtherReadingAwaited, ReadBefore } from './errors.js';
import { holdEntry, type HeldEntry } from './read-entry.js';
import { readerCode } from './reader-code.js';
import { requireUnseen } from './seen-in-review.js';
import { openReading, readingPlace, readingRows } from './reading-row.js';
import type { KeptReading, Reading, Settlement } from './reading.js';

/** What became of a reading. */
export interface RecordedReading {
  /** The reading's id. */
  id: string;
  entryId: string;
  /** What the entry waits for now. */
  awaits: AwaitedReading | 'none';
}

interface Recorded {
  reading: RecordedReading;
  revisions: SourcesWritten['revisions'];
}

/** Transcription by two: each reads without knowing of the other, and a third settles. */
@Injectable()
export class Readings {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
    private readonly ledger: IdempotencyLedger,
    private readonly sources: EntrySources,
    private readonly jobs: JobProducer,
  ) {}

  /**
   * Keeps what a steward or reviewer reads of an entry, as its first or second reading: whoever reads
   * need not know which. A second that agrees with the first settles it.
   *
   * @throws RoleMissing, EntryNotFound, InvalidReading, ReadBefore, SeenInReview, OtherReadingAwaited,
   * IdempotencyKeyReused
   */
  async read(
    actor: Actor,
    entryId: string,
    reading: Reading,
    request?: IdempotentRequest,
  ): Promise<RecordedReading> {
    requireRole(actor, 'steward', 'reviewer');
    const kept = checkedReading(reading);
    return this.keep(actor, entryId, request, 'readings.read', ({ awaits }, before) => {
      if (awaits === 'settling' || awaits === 'none') throw new OtherReadingAwaited(awaits);
      const first = before[0];
      if (!first) return { kept, awaits: 'second' };
      return { kept, awaits: agree(first, kept) ? 'none' : 'settling' };
    });
  }

  /**
   * Settles two readings that differ: a third, who has read neither before, chooses one of them or
   * reads it differently.
   *
   * @throws RoleMissing, EntryNotFound, InvalidReading, ReadBefore, OtherReadingAwaited,
   * IdempotencyKeyReused
   */
  async settle(
    actor: Actor,
    entryId: string,
    settlement: Settlement,
    request?: IdempotentRequest,
  ): Promise<RecordedReading> {
    requireRole(actor, 'steward', 'reviewer');
    const own = 'reading' in settlement ? checkedReading(settlement.reading) : undefined;
    if ('choose' in settlement) checkConfidence(settlement.confidence);
    return this.keep(actor, entryId, request, 'readings.settle', ({ awaits }, before) => {
      if (awaits !== 'settling') throw new OtherReadingAwaited(awaits);
      const kept = own ?? chosen(settlement, before);
      if (!kept) throw new OtherReadingAwaited(awaits);
      return { kept, awaits: 'none' };
    });
  }

  private async keep(
    actor: Actor,
    entryId: string,
    request: IdempotentRequest | undefined,
    scope: string,
    decide: (entry: HeldEntry, before: readonly AttributedReading[]) => Decided,
  ): Promise<RecordedReading> {
    const { reading, revisions } = await this.database.inOrganisation(
      actor.organisationId,
      async (manager): Promise<Recorded> => {
        const id = randomUUID();
        const entry = await holdEntry(manager, entryId, seesHidden(actor));
        const done = request && (await this.claim(manager, actor, scope, request, id));
        if (done?.repeated) {
          return {
            reading: { id: done.resourceId, entryId, awaits: entry.awaits },
            revisions: null,
          };
        }
        const seal = await this.keyRing.ofRegistry(manager);
        const rows = await readingRows(manager, entryId);
        if (rows.some((row) => row.member_id === actor.memberId)) throw new ReadBefore();
        if (entry.awaits === 'second') await requireUnseen(manager, entryId, actor.memberId);
        const before = rows.map((row) => openReading(seal, row));
        const decided = decide(entry, before);
        return this.write(manager, seal, actor, { id, entry, before, ...decided });
      },
    );
    if (revisions) await this.jobs.addOrLeaveToSweep(...matchEntriesJob(revisions));
    return reading;
  }

  private async claim(
    manager: EntityManager,
    actor: Actor,
    scope: string,
    { key, request }: IdempotentRequest,
    id: string,
  ) {
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const digest = seal.digest('idempotency', request);
    return this.ledger.claim(manager, actor, scope, { key, digest }, id);
  }

  private async write(
    manager: EntityManager,
    seal: Seal,
    actor: Actor,
    { id, entry, before, kept, awaits }: NewReading,
  ): Promise<Recorded> {
    const round = before.length + 1;
    await manager.query(
      `INSERT INTO readings (id, entry_id, round, organisation_id, member_id, record)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        ...[id, entry.id, round, actor.organisationId, actor.memberId],
        seal.sealJson(readingPlace(id), kept),
      ],
    );
    await manager.query('UPDATE entries SET awaits_reading = $2 WHERE id = $1', [entry.id, awaits]);
    const reader = readerCode(seal, actor.memberId);
    const { revisions } = await this.sources.put(manager, seal, [
      {
        collectionId: entry.collectionId,
        kind: 'reading',
        identity: entry.id,
        document: contributionOf([...before, { ...kept, reader }]),
        by: { memberId: actor.memberId },
        entryId: entry.id,
      },
    ]);
    await this.audit.record(manager, {
      organisationId: actor.organisationId,
      memberId: actor.memberId,
      action: round === 3 ? 'reading.settled' : 'reading.recorded',
      subjectType: 'entry',
      subjectId: entry.id,
      detail: { round, awaits, ...(kept.chose === undefined ? {} : { chose: kept.chose }) },
    });
    return { reading: { id, entryId: entry.id, awaits }, revisions };
  }
}

interface Decided {
  kept: KeptReading;
  awaits: AwaitedReading | 'none';
}

interface NewReading extends Decided {
  id: string;
  entry: HeldEntry;
  before: readonly AttributedReading[];
}

/** The chosen reading in the third's name. */
function chosen(
  settlement: Settlement,
  before: readonly AttributedReading[],
): KeptReading | undefined {
  if (!('choose' in settlement)) return undefined;
  const { choose, confidence, note } = settlement;
  const reading = before[choose === 'first' ? 0 : 1];
  if (!reading) return undefined;
  const { names, numbers } = reading;
  return { names, numbers, confidence, chose: choose, ...(note === undefined ? {} : { note }) };
}
