import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface AuditEvent {
  /** Whose organisation's chain. */
  organisationId: string;
  /** Left out: the service itself. */
  memberId?: string;
  /** What was done: subject and verb, as `report.created`. */
  action: string;
  subjectType: string;
  subjectId?: string;
  /** Codes and counts only; never a name, phone or note. */
  detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Append-only record of who read, wrote, judged, sent; every event is chained to the one before. */
@Injectable()
export class AuditTrail {
  /**
   * Adds an event in the caller's transaction. Call it last: it holds the organisation's chain until
   * commit, so that work after it would make colleagues wait.
   */
  async record(manager: EntityManager, event: AuditEvent): Promise<void> {
    await manager.query('SELECT record_audit($1, $2, $3, $4, $5, $6)', [
      event.organisationId,
      event.memberId ?? null,
      event.action,
      event.subjectType,
      event.subjectId ?? null,
      JSON.stringify(event.detail ?? {}),
    ]);
  }
}

/** What checking a chain found: how many events hold, and the first that does not. */
export interface ChainReport {
  events: number;
  brokenAt: number | null;
}

/** Checks the chain of one organisation from its first event to its head. */
export async function verifyAuditChain(
  manager: EntityManager,
  organisationId: string,
): Promise<ChainReport> {
  const rows = await manager.query<{ events: string; broken_at: string | null }[]>(
    'SELECT events, broken_at FROM verify_audit_chain($1)',
    [organisationId],
  );
  const row = rows[0];
  return {
    events: Number(row?.events ?? 0),
    brokenAt: row?.broken_at == null ? null : Number(row.broken_at),
  };
}
