import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import type { RevisionRange } from '@athar/imports';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import { matchEntriesJob } from '../match-entries-job.js';
import { EntrySources } from '../sources/index.js';
import { requireKeeper } from '../terms/keeper.js';
import {
  collectionOfEntry,
  formerPlace,
  labelPhotographs,
  photographsById,
  photographsOfEntry,
  putBack,
  type PlacedPhotograph,
} from './entry-photographs.js';
import { doubtAgain, settleEmptied } from './emptied-by-hand.js';
import { PhotographsChangedSince } from './errors.js';
import {
  keepChange,
  readChange,
  toChangeView,
  type ChangeRow,
  type NewChange,
} from './hand-changes.js';
import { requireMergeable, requireSplittable, requireWithin } from './hand-rules.js';
import { leftEntries, requireUnjudged } from './judged-photographs.js';
import { lostBy, lostPhotographs } from './lost-photographs.js';
import type { PhotographChangeView } from './photographs-view.js';
import { regroup, type ToRegroup } from './regroup.js';
import { readSettings, requireCollection } from './settings-rows.js';

export interface SplitRequest {
  photographIds: readonly string[];
  /** Why; sealed. */
  reason: string;
}

export interface MergeRequest {
  /** The entry whose photographs come over. */
  fromEntryId: string;
  reason: string;
}

interface Done {
  change: PhotographChangeView;
  revisions: RevisionRange | undefined;
}

/** Splits and merges groups of photographs by hand; later imports keep to it. A steward's work. */
@Injectable()
export class PhotographHands {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
    private readonly sources: EntrySources,
    private readonly jobs: JobProducer,
  ) {}

  /**
   * Some photographs of an entry are of another person: they become a new entry; or that one again
   * which a list took all of them from, and which was kept.
   *
   * @throws RoleMissing, EntryNotFound, CollectionOfAnother, PhotographsRefused
   */
  async split(actor: Actor, entryId: string, request: SplitRequest): Promise<PhotographChangeView> {
    return this.change(actor, async (manager, seal) => {
      await this.hold(manager, await collectionOfEntry(manager, entryId));
      const present = await photographsOfEntry(manager, entryId);
      const chosen = requireSplittable(present, request.photographIds);
      const ids = chosen.map(({ id }) => id);
      const again = lostBy(await lostPhotographs(manager, seal, chosen[0].collection_id), ids);
      const label = { id: again ?? randomUUID(), kind: 'split' as const };
      await labelPhotographs(manager, ids, label);
      const revisions = await this.regroup(manager, seal, actor, chosen);
      const other = (await photographsById(manager, [chosen[0].id]))[0]?.entry_id ?? null;
      return this.keep(manager, seal, actor, revisions, {
        ...changeOf(actor, 'split', chosen, label.id),
        entry_id: entryId,
        other_entry_id: other,
        reason: request.reason,
      });
    });
  }

  /**
   * The photographs of two entries are of one person: all go to the first. What else the second is
   * made of stays with it; without anything else it is removed. The first may have none yet. Of an
   * entry that a list took all photographs from already, and that was kept, this says that it was
   * right: it stays, for what was judged of it, and is no longer in doubt.
   *
   * @throws RoleMissing, EntryNotFound, CollectionOfAnother, PhotographsRefused, PhotographsJudged,
   * UnderLegalHold
   */
  async merge(actor: Actor, entryId: string, request: MergeRequest): Promise<PhotographChangeView> {
    return this.change(actor, async (manager, seal) => {
      const collectionId = await collectionOfEntry(manager, entryId);
      await this.hold(manager, collectionId);
      await requireWithin(manager, collectionId, { entryId, ...request });
      const into = await photographsOfEntry(manager, entryId);
      const from = await photographsOfEntry(manager, request.fromEntryId);
      const kept = from.length === 0 && (await settleEmptied(manager, into, request.fromEntryId));
      const both = kept ? requireMergeable([], into) : requireMergeable(into, from);
      if (!kept) await requireUnjudged(manager, [request.fromEntryId]);
      const label = { id: into[0]?.group_id ?? randomUUID(), kind: 'merged' as const };
      await labelPhotographs(
        manager,
        both.map(({ id }) => id),
        label,
      );
      const entryOf = new Map([[label.id, entryId]]);
      const revisions = await this.regroup(manager, seal, actor, both, { entryOf });
      return this.keep(manager, seal, actor, revisions, {
        ...changeOf(actor, 'merge', both, label.id),
        entry_id: entryId,
        other_entry_id: request.fromEntryId,
        reason: request.reason,
      });
    });
  }

  /**
   * Takes a split or merge back: the photographs go to the entries that they came from.
   *
   * @throws RoleMissing, PhotographChangeNotFound, CollectionOfAnother, PhotographsChangedSince,
   * PhotographsJudged, UnderLegalHold
   */
  async undo(actor: Actor, changeId: string): Promise<PhotographChangeView> {
    return this.change(actor, async (manager, seal) => {
      const row = await readChange(manager, changeId);
      await this.hold(manager, row.collection_id);
      if (row.undone_at !== null) return { change: toChangeView(seal, row), revisions: undefined };
      const present = await photographsById(
        manager,
        row.before.map(({ id }) => id),
      );
      if (present.some((one) => one.label_id !== row.label_id)) throw new PhotographsChangedSince();
      await requireUnjudged(manager, leftEntries(present, row));
      await putBack(manager, row.before);
      if (row.kind === 'merge') await doubtAgain(manager, row.other_entry_id);
      const revisions = await this.regroup(manager, seal, actor, present, formerGroups(row));
      await manager.query(
        'UPDATE photograph_changes SET undone_at = now(), undone_by = $2 WHERE id = $1',
        [changeId, actor.memberId],
      );
      const change = toChangeView(seal, await readChange(manager, changeId));
      await this.record(manager, actor, 'photographs.change-undone', change);
      return { change, revisions };
    });
  }

  private async change(
    actor: Actor,
    work: (manager: EntityManager, seal: Seal) => Promise<Done>,
  ): Promise<PhotographChangeView> {
    requireRole(actor, 'steward');
    const done = await this.database.inOrganisation(actor.organisationId, async (manager) =>
      work(manager, await this.keyRing.ofRegistry(manager)),
    );
    if (done.revisions) await this.jobs.addOrLeaveToSweep(...matchEntriesJob(done.revisions));
    return done.change;
  }

  /** Holds the collection, so that nobody groups its photographs meanwhile. */
  private async hold(manager: EntityManager, collectionId: string): Promise<void> {
    await requireKeeper(manager, collectionId);
    await requireCollection(manager, collectionId, true);
  }

  private async regroup(
    manager: EntityManager,
    seal: Seal,
    actor: Actor,
    moved: readonly PlacedPhotograph[],
    places: Pick<ToRegroup, 'entryOf' | 'groupOf'> = {},
  ): Promise<RevisionRange | undefined> {
    const collectionId = moved[0]?.collection_id;
    if (collectionId === undefined) return undefined;
    const settings = await readSettings(manager, seal, collectionId);
    const by = { memberId: actor.memberId };
    const what: ToRegroup = {
      numberKeys: moved.map((one) => one.number_key),
      groupIds: moved.map((one) => one.group_id),
      ...places,
    };
    return regroup({ manager, seal, sources: this.sources, settings, by }, what);
  }

  private async keep(
    manager: EntityManager,
    seal: Seal,
    actor: Actor,
    revisions: RevisionRange | undefined,
    change: NewChange,
  ): Promise<Done> {
    await keepChange(manager, seal, change);
    const view = toChangeView(seal, await readChange(manager, change.id));
    await this.record(manager, actor, `photographs.${change.kind}`, view);
    return { change: view, revisions };
  }

  private record(manager: EntityManager, actor: Actor, action: string, view: PhotographChangeView) {
    return this.audit.record(manager, {
      organisationId: actor.organisationId,
      memberId: actor.memberId,
      action,
      subjectType: 'entry',
      subjectId: view.entryId,
      detail: { change: view.id, other: view.otherEntryId, photographs: view.photographs },
    });
  }
}

function changeOf(
  actor: Actor,
  kind: NewChange['kind'],
  moved: readonly [PlacedPhotograph, ...PlacedPhotograph[]],
  labelId: string,
) {
  return {
    id: randomUUID(),
    kind,
    collection_id: moved[0].collection_id,
    label_id: labelId,
    before: moved.map(formerPlace),
    member_id: actor.memberId,
  };
}

/** The groups that photographs were in, and the entries of those groups. */
function formerGroups({ before }: ChangeRow): Pick<ToRegroup, 'entryOf' | 'groupOf'> {
  const entryOf = new Map<string, string>();
  const groupOf = new Map<string, string>();
  for (const { id, groupId, entryId } of before) {
    if (groupId === null) continue;
    groupOf.set(id, groupId);
    if (entryId !== null) entryOf.set(groupId, entryId);
  }
  return { entryOf, groupOf };
}
