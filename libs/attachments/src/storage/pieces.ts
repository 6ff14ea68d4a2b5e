import type { Place, Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';

const PIECE_BYTES = 256 * 1024;

/** A piece that lies at another position or in another file does not open. */
function piecePlace(attachmentId: string, position: number): Place {
  return { table: 'attachment_pieces', column: 'piece', row: `${attachmentId}/${position}` };
}

/** Seals a file piece by piece, so that no statement carries more than one. */
export async function writePieces(
  manager: EntityManager,
  seal: Seal,
  { organisationId, attachmentId }: { organisationId: string; attachmentId: string },
  bytes: Buffer,
): Promise<void> {
  for (let position = 0; position * PIECE_BYTES < bytes.length; position += 1) {
    const from = position * PIECE_BYTES;
    const piece = bytes.subarray(from, from + PIECE_BYTES);
    await manager.query(
      `INSERT INTO attachment_pieces (organisation_id, attachment_id, position, piece)
       VALUES ($1, $2, $3, $4)`,
      [
        organisationId,
        attachmentId,
        position,
        seal.sealBytes(piecePlace(attachmentId, position), piece),
      ],
    );
  }
}

/** One piece opened; undefined behind the last. @throws SealBroken, KeyMissing */
export async function readPiece(
  manager: EntityManager,
  seal: Seal,
  attachmentId: string,
  position: number,
): Promise<Buffer | undefined> {
  const [row] = await manager.query<{ piece: Buffer }[]>(
    'SELECT piece FROM attachment_pieces WHERE attachment_id = $1 AND position = $2',
    [attachmentId, position],
  );
  return row && seal.openBytes(piecePlace(attachmentId, position), row.piece);
}
