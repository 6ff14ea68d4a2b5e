import type { Seal } from '@athar/persistence';
import { openSource } from './source-row.js';
import type { SignedRow, SignedVersionRow } from './read-sources.js';
import type {
  HandDocument,
  SourceDocument,
  SourceSummary,
  SourceVersionView,
  SourceView,
} from './source.js';

export function toSourceSummary(row: SignedRow): SourceSummary {
  return {
    id: row.id,
    kind: row.kind,
    version: row.version,
    importId: row.own_import,
    row: row.own_import === null ? null : row.row_number,
    memberId: row.own_member,
    writtenAt: row.written_at.toISOString(),
  };
}

/** @throws SealBroken, KeyMissing */
export function toSourceView(seal: Seal, row: SignedRow): SourceView {
  const { document, reason = null } = openSource(seal, row);
  return { ...toSourceSummary(row), document: withoutCause(document), reason };
}

/** @throws SealBroken, KeyMissing */
export function toVersionView(seal: Seal, row: SignedVersionRow): SourceVersionView {
  return {
    ...toSourceView(seal, row),
    replacedAt: row.replaced_at.toISOString(),
    ended: row.ended,
  };
}

/** A stated cause of death is shown with its caution or not at all. */
function withoutCause(document: SourceDocument | HandDocument): SourceDocument | HandDocument {
  const { civil, ...rest } = document;
  if (!civil) return document;
  const { statedCause, ...weighed } = civil;
  return statedCause === undefined ? document : ({ ...rest, civil: weighed } as HandDocument);
}
