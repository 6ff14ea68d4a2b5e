import type { EntityManager } from 'typeorm';

/*
 * What is noted of a message in hand, in the transaction that holds its row. The clock of now, not of
 * the transaction's beginning: handing a letter over may take a minute.
 */

export async function noteSent(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `UPDATE messages SET state = 'sent', attempts = attempts + 1, failure_code = NULL,
       sent_at = clock_timestamp(), updated_at = clock_timestamp() WHERE id = $1`,
    [id],
  );
}

/** @param pause seconds before it is due again. */
export async function noteDelay(
  manager: EntityManager,
  id: string,
  reason: string,
  pause: number,
): Promise<void> {
  await manager.query(
    `UPDATE messages SET attempts = attempts + 1, failure_code = $2, updated_at = clock_timestamp(),
       not_before = clock_timestamp() + make_interval(secs => $3) WHERE id = $1`,
    [id, reason, pause],
  );
}

export async function noteFailure(
  manager: EntityManager,
  id: string,
  reason: string,
): Promise<void> {
  await manager.query(
    `UPDATE messages SET state = 'failed', attempts = attempts + 1, failure_code = $2,
       updated_at = clock_timestamp() WHERE id = $1`,
    [id, reason],
  );
}

export async function noteCancelled(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `UPDATE messages SET state = 'cancelled', updated_at = clock_timestamp() WHERE id = $1`,
    [id],
  );
}

/** Why it waits, without an attempt having been made. */
export async function noteReason(
  manager: EntityManager,
  id: string,
  reason: string,
): Promise<void> {
  await manager.query(
    'UPDATE messages SET failure_code = $2, updated_at = clock_timestamp() WHERE id = $1',
    [id, reason],
  );
}

export async function putOff(manager: EntityManager, id: string, until: Date): Promise<void> {
  await manager.query(
    `UPDATE messages SET not_before = $2, failure_code = NULL, updated_at = clock_timestamp()
     WHERE id = $1`,
    [id, until],
  );
}
