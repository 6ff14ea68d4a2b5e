import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { AuditTrail } from '@athar/access';
import { Database, KeyRing } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import { Registry, type MatchableEntry } from '@athar/registry';
import { ENTRY_PAIRS } from '../like-pairs/pair-tables.js';
import { planOthers, searchOthers, type Others, type Self } from '../like-pairs/search-others.js';
import { readPairsOf } from '../like-pairs/stored-like-pairs.js';
import { writeLikeChanges } from '../like-pairs/write-like-changes.js';
import type { LiveShelf } from '../matching/live-shelf.js';
import { isOfThisCode } from '../matching/model.js';
import type { StoredPair, WeighedPair } from '../matching/plan-changes.js';
import { RegistryIndex } from '../matching/registry-index.js';
import { toLinkRecord } from './link-record.js';
import { pairingEvents } from './pairing-events.js';
import { lockHead, readHead, writeHead, type PairingHead } from './pairing-head.js';

/** Entries a job. */
const CHUNK = 200;

interface Searched {
  self: Self;
  others: Others;
  found: WeighedPair[];
}

/**
 * Looks for pairs of photographs and documents. One mark tells up to which revision of the registry
 * all were looked at: an entry that changes is searched among all of the other side, so that none is
 * missed whichever came first. A job that was killed leaves the mark where it was.
 */
@Injectable()
export class EntryPairing {
  private readonly logger = new Logger('candidates');

  constructor(
    private readonly database: Database,
    private readonly index: RegistryIndex,
    private readonly registry: Registry,
    private readonly jobs: JobProducer,
    private readonly audit: AuditTrail,
    private readonly keyRing: KeyRing,
  ) {}

  /** Queues the work that is left, if there is any. Asking again changes nothing. */
  async askIfBehind(): Promise<boolean> {
    const head = await this.database.asMatcher(readHead);
    const current = await this.registry.currentRevision();
    const isDone = head.revision >= current && (current === 0n || isOfThisCode(head.model));
    if (isDone) return false;
    const afterRevision = `${head.revision}`;
    await this.jobs.add('pair-entries', { afterRevision }, { id: `pairs-${afterRevision}` });
    return true;
  }

  /**
   * Does one chunk of the entries that changed since the mark and queues the next.
   *
   * @param progress is told which share of the registry's revisions is behind us, 0 to 1.
   * @param chunkSize entries a chunk.
   */
  async pairChunk(progress: (done: number) => Promise<void>, chunkSize = CHUNK): Promise<void> {
    const shelf = await this.index.catchUp();
    const head = await this.database.asMatcher(readHead);
    const { model, revision } = shelf;
    const from = head.model === model ? head.revision : 0n;
    if (from >= revision && head.model === model) return progress(1);
    const { entries, through } = await this.registry.changes(from, chunkSize);
    const atEnd = entries.length < chunkSize;
    const to = atEnd && revision > through ? revision : through;
    const done = await this.pair(entries, shelf, head, { revision: to, model });
    await progress(atEnd ? 1 : Number((to * 1000n) / revision) / 1000);
    this.logger.log({ message: 'Entries paired', from: `${from}`, to: `${to}`, done });
    // Whoever moved the mark instead goes on; what was asked for meanwhile bore this job's own id.
    if (done) await this.askIfBehind();
  }

  /** @returns false where somebody else moved the mark meanwhile; nothing is written then. */
  private async pair(
    entries: readonly MatchableEntry[],
    shelf: LiveShelf,
    head: PairingHead,
    next: PairingHead,
  ): Promise<boolean> {
    const ids = entries.map(({ id }) => id);
    const stored = await this.database.asMatcher((manager) =>
      readPairsOf(manager, ENTRY_PAIRS, ids),
    );
    const searched = await searchAll(entries, shelf, next.model, stored);
    return this.database.asMatcher(async (manager) => {
      const now = await lockHead(manager);
      if (now.revision !== head.revision || now.model !== head.model) return false;
      const locked = await readPairsOf(manager, ENTRY_PAIRS, ids, { lock: true });
      const records = searched.map(({ self, others, found }) => ({
        self,
        changes: planOthers(self, others, locked.get(self.id) ?? [], found),
      }));
      const seal = await this.keyRing.ofRegistry(manager);
      const writing = { tables: ENTRY_PAIRS, model: next.model, seal };
      const written = await writeLikeChanges(manager, writing, records);
      await writeHead(manager, next);
      const events = await pairingEvents(manager, next.model, written);
      for (const event of events) await this.audit.record(manager, event);
      return true;
    });
  }
}

async function searchAll(
  entries: readonly MatchableEntry[],
  { sides, materials }: LiveShelf,
  model: string,
  stored: ReadonlyMap<string, StoredPair[]>,
): Promise<Searched[]> {
  const searched: Searched[] = [];
  for (const entry of entries) {
    const { id, material } = entry;
    const index = entry.matchable ? await sides.facing(entry) : undefined;
    const materialOf = (other: string) => (index ? materials.get(other) : undefined);
    const before = stored.get(id) ?? [];
    if ((index?.size ?? 0) === 0 && before.length === 0) continue;
    const self = { id, material, record: toLinkRecord(id, entry.document) };
    const others = { index: index ?? sides.nothing, model, materialOf };
    searched.push({ self, others, found: searchOthers(self, others, before) });
    // A search fills the thread for long; the renewal of the job's lock gets its turn here.
    await setImmediate();
  }
  return searched;
}
