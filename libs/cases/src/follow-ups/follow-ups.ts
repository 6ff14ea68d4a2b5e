import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor, type IdempotentRequest } from '@athar/access';
import { Database, KeyRing, agePageOf, agePlaceOf, type Page } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { InvalidCaseWork } from '../case-work-errors.js';
import { caseToKeepUnder, requireCase } from '../known-ids.js';
import { Repeatable } from '../repeatable.js';
import { checkFollowUp, unknownEntry } from './check-follow-up.js';
import type { FollowUpFilter, FollowUpView, NewFollowUp } from './follow-up.js';
import {
  followUpColumns,
  followUpPlace,
  toFollowUpView,
  type FollowUpRow,
} from './follow-up-rows.js';

/** The log of what was done and heard in a case. Entries are added, never changed. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly repeatable: Repeatable,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Adds an entry.
   *
   * @throws RoleMissing, CaseNotFound, InvalidCaseWork, IdempotencyKeyReused
   */
  async add(
    actor: Actor,
    caseId: string,
    entry: NewFollowUp,
    idempotent?: IdempotentRequest,
  ): Promise<FollowUpView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const problems = checkFollowUp(entry, new Date());
    if (problems.length > 0) throw new InvalidCaseWork(problems);
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      const claim = await this.repeatable.claim(manager, actor, 'follow_ups.add', idempotent);
      const { id } = claim;
      if (claim.repeated) return this.find(manager, organisationId, id);
      await requireCase(manager, organisationId, caseId);
      const { contactId, correctsId, kind } = entry;
      const corrected = await caseOfEntry(manager, organisationId, caseId, correctsId);
      const hers = await caseToKeepUnder(manager, organisationId, caseId, contactId);
      await this.insert(manager, actor, id, contactId === undefined ? corrected : hers, entry);
      const view = await this.find(manager, organisationId, id);
      await this.audit.record(manager, {
        organisationId,
        memberId,
        action: 'follow_up.added',
        subjectType: 'case',
        subjectId: caseId,
        detail: { followUpId: id, kind },
      });
      return view;
    });
  }

  /** A case's log, newest entry first. @throws RoleMissing, CaseNotFound, InvalidCursor */
  async list(actor: Actor, caseId: string, filter: FollowUpFilter): Promise<Page<FollowUpView>> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { after, limit } = agePlaceOf(filter);
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      await requireCase(manager, organisationId, caseId);
      const rows = await manager.query<FollowUpRow[]>(
        `SELECT ${followUpColumns} FROM follow_ups WHERE organisation_id = $1
           AND case_id IN (SELECT cases_made_one($2)) AND ($3::text IS NULL OR kind = $3)
           AND ($4::timestamptz IS NULL OR (entered_at, id) < ($4, $5::uuid))
         ORDER BY entered_at DESC, id DESC LIMIT $6`,
        [
          organisationId,
          caseId,
          filter.kind ?? null,
          after?.at ?? null,
          after?.id ?? null,
          limit + 1,
        ],
      );
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      const page = agePageOf(
        rows,
        limit,
        (row) => row,
        (row) => toFollowUpView(seal, row),
      );
      await this.audit.record(manager, {
        organisationId,
        memberId,
        action: 'follow_up.listed',
        subjectType: 'case',
        subjectId: caseId,
        detail: { entries: page.items.length },
      });
      return page;
    });
  }

  private async insert(
    manager: EntityManager,
    { organisationId, memberId }: Actor,
    id: string,
    caseId: string,
    { kind, happenedOn, contactId, correctsId, text }: NewFollowUp,
  ): Promise<void> {
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    await manager.query(
      `INSERT INTO follow_ups (id, organisation_id, case_id, kind, happened_on, contact_id,
         corrects_id, record, entered_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        organisationId,
        caseId,
        kind,
        happenedOn,
        contactId ?? null,
        correctsId ?? null,
        seal.sealJson(followUpPlace(id), { text }),
        memberId,
      ],
    );
  }

  private async find(
    manager: EntityManager,
    organisationId: string,
    id: string,
  ): Promise<FollowUpView> {
    const [row] = await manager.query<[FollowUpRow]>(
      `SELECT ${followUpColumns} FROM follow_ups WHERE organisation_id = $1 AND id = $2`,
      [organisationId, id],
    );
    return toFollowUpView(await this.keyRing.ofOrganisation(manager, organisationId), row);
  }
}

/** The case under which an entry of the log is kept; the case itself where none is named. */
async function caseOfEntry(
  manager: EntityManager,
  organisationId: string,
  caseId: string,
  id: string | undefined,
): Promise<string> {
  if (id === undefined) return caseId;
  const [row] = await manager.query<{ case_id: string }[]>(
    `SELECT case_id FROM follow_ups WHERE organisation_id = $1
       AND case_id IN (SELECT cases_made_one($2)) AND id = $3`,
    [organisationId, caseId, id],
  );
  if (!row) throw new InvalidCaseWork([unknownEntry]);
  return row.case_id;
}
