import type { EntityManager } from 'typeorm';
import type { ImportScope } from '@athar/imports';
import { laterNaming } from './later-naming.js';

type Scope = Pick<ImportScope, 'organisationId' | 'importId'>;

/**
 * How many reports that the import brought or changed are not as it left them; but for those that stay,
 * since a later import says the same.
 */
export async function workedWith(
  manager: EntityManager,
  { organisationId, importId }: Scope,
): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM report_sources s ${withReportAndCase}
     WHERE s.organisation_id = $1 AND $2 IN (s.added_in, s.import_id) AND NOT (${untouched})
       AND NOT (s.import_id = $2 AND EXISTS (${laterNaming}))`,
    [organisationId, importId],
  );
  return row?.count ?? 0;
}

/** A report that people have worked with since an import wrote it. */
export interface TouchedReport {
  id: string;
  reference: string;
}

/**
 * The first ten of those that {@link workedWith} counts.
 *
 * @param intake true leaves out those that whoever sits with families may not know to be worked with:
 * a pair was judged, a confirmation is held back.
 */
export function touchedReports(
  manager: EntityManager,
  { organisationId, importId }: Scope,
  intake: boolean,
): Promise<TouchedReport[]> {
  return manager.query<TouchedReport[]>(
    `SELECT r.id, c.reference FROM report_sources s ${withReportAndCase}
     WHERE s.organisation_id = $1 AND $2 IN (s.added_in, s.import_id)
       AND NOT (${intake ? untouchedAsSeenByIntake : untouched})
       AND NOT (s.import_id = $2 AND EXISTS (${laterNaming}))
     ORDER BY c.reference, r.id LIMIT 10`,
    [organisationId, importId],
  );
}

/**
 * The next reports that the import brought and that are as it left them, held until commit: nobody can
 * judge them or write to them any more.
 */
export async function untouchedReports(
  manager: EntityManager,
  { organisationId, importId }: Scope,
  size: number,
): Promise<string[]> {
  const find = (among: readonly string[] | null, hold: string) =>
    manager.query<{ report_id: string }[]>(
      `SELECT s.report_id FROM report_sources s ${withReportAndCase}
       WHERE s.organisation_id = $1 AND s.added_in = $2 AND ${untouched}
         AND ($4::uuid[] IS NULL OR s.report_id = ANY($4::uuid[]))
       ORDER BY s.report_id LIMIT $3 ${hold}`,
      [organisationId, importId, size, among],
    );
  const held = await find(null, 'FOR UPDATE OF r');
  // Asked again, since somebody may have judged one while it was waited for.
  const rows = await find(
    held.map((row) => row.report_id),
    '',
  );
  return rows.map((row) => row.report_id);
}

const withReportAndCase = `
  JOIN reports r ON r.organisation_id = s.organisation_id AND r.id = s.report_id
  JOIN cases c ON c.organisation_id = r.organisation_id AND c.id = r.case_id`;

/** Parts of work on a case: whoever entered one has worked with its report. */
const partsOfWork = [
  'follow_ups w WHERE w.organisation_id = c.organisation_id AND w.case_id = c.id',
  'case_references w WHERE w.organisation_id = c.organisation_id AND w.case_id = c.id',
  'dna_samples w WHERE w.organisation_id = c.organisation_id AND w.case_id = c.id',
  'referrals w WHERE w.organisation_id = c.organisation_id AND w.case_id = c.id',
  'case_links w WHERE w.organisation_id = c.organisation_id AND c.id IN (w.subject_case_id, w.object_case_id)',
  'attachments w WHERE w.organisation_id = r.organisation_id AND w.report_id = r.id',
  `reports w WHERE w.organisation_id = c.organisation_id AND w.id <> r.id
     AND c.id IN (w.case_id, w.given_case_id)`,
];

/** What tells of pairs, or may: none of it is told to intake. */
const mayTellOfPairs = [
  'judgements w JOIN candidates p ON p.id = w.candidate_id WHERE p.report_id = r.id',
  'duplicate_judgements w JOIN duplicates p ON p.id = w.pair_id WHERE r.id IN (p.left_id, p.right_id)',
  `tasks w WHERE w.organisation_id = c.organisation_id AND w.case_id = c.id
     AND (w.template IS NULL OR w.state <> 'open' OR w.version > 1)`,
  `messages w WHERE w.organisation_id = c.organisation_id AND w.case_id = c.id
     AND w.state NOT IN ('pending', 'cancelled')`,
];

/**
 * As one import brought it in: no other wrote to it, nobody edited or withdrew it or a relative, nobody
 * was told of it or judged a pair of it, and its case is still open with nothing entered for it. What
 * an import writes in one transaction has one point in time.
 */
const untouched = untouchedBy([...partsOfWork, ...mayTellOfPairs], `c.status = 'open'`);

const untouchedAsSeenByIntake = untouchedBy(
  partsOfWork,
  `(c.status = 'open' OR (c.status = 'confirmed' AND confirmation_kept_from_intake(c.id)))`,
);

function untouchedBy(parts: readonly string[], isOpen: string): string {
  return `
  s.import_id = s.added_in AND r.state = 'open' AND r.version = s.report_version
  AND ${isOpen} AND c.merged_into IS NULL AND r.given_case_id = r.case_id
  AND NOT EXISTS (SELECT FROM contacts t WHERE t.organisation_id = r.organisation_id
    AND t.report_id = r.id AND (t.version > 1 OR t.created_at <> s.created_at))
  AND NOT EXISTS (SELECT FROM consents n JOIN contacts t ON t.organisation_id = n.organisation_id
      AND t.id = n.contact_id
    WHERE t.organisation_id = r.organisation_id AND t.report_id = r.id
      AND (n.withdrawn_at IS NOT NULL OR n.recorded_at <> s.created_at))
  ${parts.map((part) => `AND NOT EXISTS (SELECT FROM ${part})`).join('\n  ')}`;
}
