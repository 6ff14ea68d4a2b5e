import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor, type IdempotentRequest } from '@athar/access';
import { latestToday } from '@athar/dates';
import type { Problem } from '@athar/diagnostics';
import { Database, KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { InvalidCaseWork, LinkExists, LinkNotFound } from '../case-work-errors.js';
import { checkDate } from '../check-date.js';
import { CaseNotFound } from '../errors.js';
import { requireCase } from '../known-ids.js';
import { Repeatable } from '../repeatable.js';
import type { LinkRecord, LinkView, NewLink } from './case-link.js';
import { linkPlace, linksOf } from './link-rows.js';

/**
 * Who is related to whom among the missing, and who was arrested with whom. For members only: a
 * relative does not learn of other cases.
 */
@Injectable()
export class CaseLinks {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly repeatable: Repeatable,
    private readonly audit: AuditTrail,
  ) {}

  /** The links of a case, from its side. @throws RoleMissing, CaseNotFound */
  async list(actor: Actor, caseId: string): Promise<LinkView[]> {
    requireRole(actor, 'caseworker', 'coordinator', 'reviewer');
    const { organisationId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      await requireCase(manager, organisationId, caseId);
      const links = await this.ofCase(manager, organisationId, caseId);
      await this.record(manager, actor, 'case.links_read', caseId, { links: links.length });
      return links;
    });
  }

  /** The same for a room that shows a case to reviewers, in its transaction. It records the reading. */
  async ofCase(
    manager: EntityManager,
    organisationId: string,
    caseId: string,
  ): Promise<LinkView[]> {
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    return linksOf(manager, seal, organisationId, caseId);
  }

  /**
   * Links two cases of the organisation.
   *
   * @throws RoleMissing, CaseNotFound, InvalidCaseWork, LinkExists, IdempotencyKeyReused
   */
  async add(
    actor: Actor,
    caseId: string,
    link: NewLink,
    idempotent?: IdempotentRequest,
  ): Promise<LinkView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const problems = checkLink(caseId, link);
    if (problems.length > 0) throw new InvalidCaseWork(problems);
    const { organisationId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      await requireCase(manager, organisationId, caseId);
      await requireOther(manager, organisationId, caseId, link.otherCaseId);
      const claim = await this.repeatable.claim(manager, actor, 'case_links.add', idempotent);
      if (!claim.repeated) await this.insert(manager, actor, claim.id, caseId, link);
      const links = await this.ofCase(manager, organisationId, caseId);
      const added = links.find(({ id }) => id === claim.id);
      if (!added) throw new LinkNotFound();
      if (!claim.repeated) {
        const { kind, otherCaseId } = link;
        await this.record(manager, actor, 'case.link_added', caseId, { kind, otherCaseId });
      }
      return added;
    });
  }

  /** Takes a link away; who did it and when is kept. @throws RoleMissing, CaseNotFound, LinkNotFound */
  async remove(actor: Actor, caseId: string, linkId: string): Promise<void> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { organisationId, memberId } = actor;
    await this.database.inOrganisation(organisationId, async (manager) => {
      await requireCase(manager, organisationId, caseId);
      const [, count] = await manager.query<[unknown[], number]>(
        `UPDATE case_links SET removed_by = $4, removed_at = now()
         WHERE organisation_id = $1 AND id = $2 AND removed_at IS NULL
           AND EXISTS (SELECT FROM cases_made_one($3) AS one
             WHERE one IN (subject_case_id, object_case_id))`,
        [organisationId, linkId, caseId, memberId],
      );
      if (count === 0) throw new LinkNotFound();
      await this.record(manager, actor, 'case.link_removed', caseId, { linkId });
    });
  }

  private async insert(
    manager: EntityManager,
    actor: Actor,
    id: string,
    caseId: string,
    { otherCaseId, kind, subject, ...record }: NewLink,
  ): Promise<void> {
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const sides = subject === 'other' ? [otherCaseId, caseId] : [caseId, otherCaseId];
    const sealed = seal.sealJson(linkPlace(id), record satisfies LinkRecord);
    const inserted = await manager.query<unknown[]>(
      `INSERT INTO case_links
         (id, organisation_id, subject_case_id, object_case_id, kind, record, added_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`,
      [id, actor.organisationId, ...sides, kind, sealed, actor.memberId],
    );
    if (inserted.length === 0) throw new LinkExists();
  }

  private record(
    manager: EntityManager,
    { organisationId, memberId }: Actor,
    action: string,
    caseId: string,
    detail: Record<string, string | number>,
  ): Promise<void> {
    const event = { organisationId, memberId, action, subjectType: 'case', subjectId: caseId };
    return this.audit.record(manager, { ...event, detail });
  }
}

const another: Omit<Problem, 'code'> = {
  field: '/otherCaseId',
  expected: 'another case of your organisation',
  fix: 'Look the case up by its reference.',
};

function checkLink(caseId: string, { otherCaseId, date }: NewLink): Problem[] {
  const problems = checkDate('/date', date, latestToday(new Date()));
  if (otherCaseId === caseId) problems.push({ ...another, code: 'same-case' });
  return problems;
}

async function requireOther(
  manager: EntityManager,
  organisationId: string,
  caseId: string,
  otherCaseId: string,
): Promise<void> {
  try {
    await requireCase(manager, organisationId, otherCaseId);
  } catch (error) {
    if (!(error instanceof CaseNotFound)) throw error;
    throw new InvalidCaseWork([{ ...another, code: 'unknown-case' }]);
  }
  const [row] = await manager.query<{ one: boolean }[]>(
    'SELECT surviving_case($1) = surviving_case($2) AS one',
    [caseId, otherCaseId],
  );
  if (row?.one) throw new InvalidCaseWork([{ ...another, code: 'same-case' }]);
}
