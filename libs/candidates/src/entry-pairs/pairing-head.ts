import type { EntityManager } from 'typeorm';

/** Up to which revision of the registry all pairs of entries were looked at, and by which model. */
export interface PairingHead {
  revision: bigint;
  model: string;
}

interface Row {
  revision: string;
  model: string | null;
}

export async function readHead(manager: EntityManager): Promise<PairingHead> {
  return toHead(await manager.query<Row[]>('SELECT revision, model FROM entry_pairing'));
}

/** Reads the mark and keeps others from moving it until commit. */
export async function lockHead(manager: EntityManager): Promise<PairingHead> {
  return toHead(await manager.query<Row[]>('SELECT revision, model FROM entry_pairing FOR UPDATE'));
}

export async function writeHead(
  manager: EntityManager,
  { revision, model }: PairingHead,
): Promise<void> {
  await manager.query('UPDATE entry_pairing SET revision = $1, model = $2', [
    revision.toString(),
    model,
  ]);
}

function toHead([row]: Row[]): PairingHead {
  return { revision: BigInt(row?.revision ?? 0), model: row?.model ?? '' };
}
