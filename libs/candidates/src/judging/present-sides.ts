import type { Registry } from '@athar/registry';
import type { EntityManager } from 'typeorm';
import type { Side } from '../words.js';
import type { CandidateRow } from './candidate-row.js';

/** Digests of both records of a pair: as they were weighed, as they were judged, as they are now. */
export type Sides = Pick<CandidateRow, 'report_fingerprint' | 'entry_material'>;

/** Both records as they are now, which matching may not have weighed yet. */
export async function readPresentSides(
  manager: EntityManager,
  registry: Registry,
  pair: Pick<CandidateRow, 'report_id' | 'entry_id'>,
): Promise<Partial<Sides>> {
  const [report] = await manager.query<{ fingerprint: Buffer }[]>(
    'SELECT fingerprint FROM reports WHERE id = $1',
    [pair.report_id],
  );
  const materials = await registry.materialsForReview(manager, [pair.entry_id]);
  const material = materials.get(pair.entry_id);
  return {
    ...(report ? { report_fingerprint: report.fingerprint } : {}),
    ...(material ? { entry_material: material } : {}),
  };
}

/** The sides that differ; one that is not there now differs. */
export function changedSides(before: Sides, now: Partial<Sides>): Side[] {
  const sides: Side[] = [];
  if (!now.report_fingerprint?.equals(before.report_fingerprint)) sides.push('report');
  if (!now.entry_material?.equals(before.entry_material)) sides.push('entry');
  return sides;
}
