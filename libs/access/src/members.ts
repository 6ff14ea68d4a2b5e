import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, MemberRole } from './actor.js';
import { RoleMissing, UnknownMember } from './errors.js';

interface IdentityRow {
  member_id: string;
  organisation_id: string;
  label: string;
  roles: MemberRole[];
}

/** A seat in an organisation, as colleagues see it. */
export interface MemberView {
  id: string;
  label: string;
  roles: MemberRole[];
  createdAt: string;
}

/** Who acts. */
@Injectable()
export class Members {
  constructor(@Inject(getDataSourceToken()) private readonly app: DataSource) {}

  /**
   * Finds the member by id, before any organisation is known.
   *
   * @throws UnknownMember also for a disabled one.
   */
  async identify(memberId: string): Promise<Actor> {
    const rows = await this.app.query<IdentityRow[]>('SELECT * FROM member_identity($1)', [
      memberId,
    ]);
    const row = rows[0];
    if (!row) throw new UnknownMember();
    return {
      memberId: row.member_id,
      organisationId: row.organisation_id,
      label: row.label,
      roles: row.roles,
    };
  }

  /** The members of the organisation that `manager` acts for, by label. */
  async list(manager: EntityManager): Promise<MemberView[]> {
    const rows = await manager.query<
      { id: string; label: string; roles: MemberRole[]; created_at: Date }[]
    >('SELECT id, label, roles, created_at FROM members WHERE disabled_at IS NULL ORDER BY label');
    return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() }));
  }
}

/** @throws RoleMissing where the actor has none of the roles. */
export function requireRole(actor: Actor, ...allowed: MemberRole[]): void {
  if (!allowed.some((role) => actor.roles.includes(role))) throw new RoleMissing(allowed);
}
