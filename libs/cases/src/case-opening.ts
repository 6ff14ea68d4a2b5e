import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import type { EntityManager } from 'typeorm';
import { CaseStatus } from './case-status.js';
import { InvalidReport } from './errors.js';
import { createReference, parseReference } from './reference.js';

const MOST_TRIES = 5;

/** The case of a new report. */
export interface OpenedCase {
  caseId: string;
  /** The case whose reference the relative goes by: one that was merged into the other keeps it. */
  givenCaseId: string;
}

/** Finds or opens the case that a new report belongs to. Works in the caller's transaction. */
@Injectable()
export class CaseOpening {
  constructor(private readonly status: CaseStatus) {}

  /**
   * @param reference of another relative's case, as typed; left out: a case is opened.
   * @throws InvalidReport where no case of the organisation has the reference.
   */
  async caseFor(
    manager: EntityManager,
    actor: Actor,
    reference: string | undefined,
  ): Promise<OpenedCase> {
    if (reference === undefined) {
      const id = await openCase(manager, actor);
      return { caseId: id, givenCaseId: id };
    }
    const found = await findByReference(manager, actor.organisationId, reference);
    await this.status.apply(manager, actor, found.caseId, 'report_added');
    return found;
  }
}

async function openCase(manager: EntityManager, actor: Actor): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO cases (organisation_id, reference, opened_by) VALUES ($1, $2, $3)
       ON CONFLICT (reference) DO NOTHING RETURNING id`,
      [actor.organisationId, createReference(), actor.memberId],
    );
    if (row) return row.id;
  }
  throw new Error('No free reference was found for a new case.');
}

async function findByReference(
  manager: EntityManager,
  organisationId: string,
  typed: string,
): Promise<OpenedCase> {
  const reference = parseReference(typed);
  const problem = { field: '/caseReference', expected: 'the reference of a case, fourteen digits' };
  if (reference === null) {
    const fix = 'Compare it digit by digit: one is wrong or missing, or two changed places.';
    throw new InvalidReport([{ ...problem, code: 'not-a-reference', fix }]);
  }
  const [row] = await manager.query<OpenedCase[]>(
    `SELECT surviving_case(id) AS "caseId", id AS "givenCaseId" FROM cases
     WHERE organisation_id = $1 AND reference = $2`,
    [organisationId, reference],
  );
  if (row) return row;
  const fix = 'Look the case up, or leave the field out to open a new case.';
  throw new InvalidReport([{ ...problem, code: 'unknown-reference', fix }]);
}
