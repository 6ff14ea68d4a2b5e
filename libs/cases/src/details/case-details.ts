import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor, type IdempotentRequest } from '@athar/access';
import { latestToday } from '@athar/dates';
import { Database, KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { CaseWorkChanged, InvalidCaseWork } from '../case-work-errors.js';
import { caseToKeepUnder, requireCase } from '../known-ids.js';
import { Repeatable } from '../repeatable.js';
import type { DetailType, DetailView, NewDetail } from './case-detail.js';
import { findDetail, splitDetail, toDetailView, type DetailRow } from './detail-rows.js';

/** References elsewhere, DNA samples given and referrals of a case: one way to keep all of them. */
@Injectable()
export class CaseDetails {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly repeatable: Repeatable,
    private readonly audit: AuditTrail,
  ) {}

  /** All of one kind that a case has, oldest first. @throws RoleMissing, CaseNotFound */
  list<Detail extends object>(
    actor: Actor,
    type: DetailType<Detail>,
    caseId: string,
  ): Promise<DetailView<Detail>[]> {
    return this.work(actor, type, caseId, async (manager) => {
      const rows = await manager.query<DetailRow[]>(
        `SELECT * FROM ${type.table} WHERE organisation_id = $1
           AND case_id IN (SELECT cases_made_one($2)) AND removed_at IS NULL ORDER BY added_at, id`,
        [actor.organisationId, caseId],
      );
      const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
      const result = rows.map((row) => toDetailView(type, seal, row));
      return { result, verb: 'listed', detail: { count: rows.length } };
    });
  }

  /** @throws RoleMissing, CaseNotFound, InvalidCaseWork, IdempotencyKeyReused */
  add<Detail extends object>(
    actor: Actor,
    type: DetailType<Detail>,
    caseId: string,
    detail: NewDetail<Detail>,
    idempotent?: IdempotentRequest,
  ): Promise<DetailView<Detail>> {
    const { organisationId, memberId } = actor;
    return this.work(actor, type, caseId, async (manager) => {
      const scope = `${type.table}.add`;
      const { id, repeated } = await this.repeatable.claim(manager, actor, scope, idempotent);
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      if (!repeated) {
        const keptUnder = await requireSound(manager, organisationId, type, caseId, detail);
        const { clear, contactId, sealed } = splitDetail(type, seal, id, detail);
        const names = type.columns.map((column) => `, ${column}`).join('');
        const places = type.columns.map((_, index) => `, $${index + 7}`).join('');
        await manager.query(
          `INSERT INTO ${type.table} (id, organisation_id, case_id, contact_id, record, added_by${names})
           VALUES ($1, $2, $3, $4, $5, $6${places})`,
          [id, organisationId, keptUnder, contactId, sealed, memberId, ...clear],
        );
      }
      const row = await findDetail(manager, type, { organisationId, caseId, id });
      const verb = repeated ? 'read' : 'added';
      return { result: toDetailView(type, seal, row), verb, detail: { id } };
    });
  }

  /**
   * @param expectedVersion the version that was edited.
   * @throws RoleMissing, CaseNotFound, DetailNotFound, CaseWorkChanged, InvalidCaseWork
   */
  replace<Detail extends object>(
    actor: Actor,
    type: DetailType<Detail>,
    place: { caseId: string; id: string; expectedVersion: number },
    detail: NewDetail<Detail>,
  ): Promise<DetailView<Detail>> {
    const { organisationId } = actor;
    const { caseId, id, expectedVersion } = place;
    return this.work(actor, type, caseId, async (manager) => {
      const address = { organisationId, caseId, id };
      const before = await requireVersion(manager, type, address, expectedVersion);
      const keptUnder = await requireSound(manager, organisationId, type, caseId, detail);
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      const { clear, contactId, sealed } = splitDetail(type, seal, id, detail);
      const sets = type.columns.map((column, index) => `, ${column} = $${index + 6}`).join('');
      await manager.query(
        `UPDATE ${type.table} SET record = $3, contact_id = $4, case_id = $5${sets}, version = version + 1,
           updated_at = now() WHERE organisation_id = $1 AND id = $2`,
        [organisationId, id, sealed, contactId, contactId ? keptUnder : before.case_id, ...clear],
      );
      const row = await findDetail(manager, type, address);
      return { result: toDetailView(type, seal, row), verb: 'edited', detail: { id } };
    });
  }

  /** Takes one away; who did it and when is kept. @throws RoleMissing, CaseNotFound, DetailNotFound, CaseWorkChanged */
  remove<Detail extends object>(
    actor: Actor,
    type: DetailType<Detail>,
    { caseId, id, expectedVersion }: { caseId: string; id: string; expectedVersion: number },
  ): Promise<void> {
    const { organisationId, memberId } = actor;
    return this.work(actor, type, caseId, async (manager) => {
      await requireVersion(manager, type, { organisationId, caseId, id }, expectedVersion);
      await manager.query(
        `UPDATE ${type.table} SET removed_by = $3, removed_at = now(), version = version + 1
         WHERE organisation_id = $1 AND id = $2`,
        [organisationId, id, memberId],
      );
      return { result: undefined, verb: 'removed', detail: { id } };
    });
  }

  /** One transaction on one case of the actor's organisation, recorded at its end. */
  private async work<Result>(
    actor: Actor,
    { subject }: { subject: string },
    caseId: string,
    step: (manager: EntityManager) => Promise<Step<Result>>,
  ): Promise<Result> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      await requireCase(manager, organisationId, caseId);
      const { result, verb, detail } = await step(manager);
      await this.audit.record(manager, {
        organisationId,
        memberId,
        action: `${subject}.${verb}`,
        subjectType: 'case',
        subjectId: caseId,
        detail,
      });
      return result;
    });
  }
}

interface Step<Result> {
  result: Result;
  verb: string;
  detail: Record<string, string | number>;
}

/** Gives the case that the detail is kept under. @throws InvalidCaseWork */
async function requireSound<Detail extends object>(
  manager: EntityManager,
  organisationId: string,
  type: DetailType<Detail>,
  caseId: string,
  detail: NewDetail<Detail>,
): Promise<string> {
  const problems = type.check(detail, latestToday(new Date()));
  if (problems.length > 0) throw new InvalidCaseWork(problems);
  return caseToKeepUnder(manager, organisationId, caseId, detail.contactId);
}

async function requireVersion<Detail extends object>(
  manager: EntityManager,
  type: DetailType<Detail>,
  address: { organisationId: string; caseId: string; id: string },
  expected: number,
): Promise<DetailRow> {
  const row = await findDetail(manager, type, address, 'FOR UPDATE');
  if (row.version !== expected) throw new CaseWorkChanged();
  return row;
}
