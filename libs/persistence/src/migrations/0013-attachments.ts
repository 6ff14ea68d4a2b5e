import type { MigrationInterface, QueryRunner } from 'typeorm';
import { heldByOrganisation } from './row-security.js';

/** Files that belong to reports: photographs of the missing and papers. Never matched. */
export class Attachments1790000000013 implements MigrationInterface {
  name = 'Attachments1790000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(attachments);
    await runner.query(pieces);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment_pieces, attachments;');
  }
}

const attachments = `
  CREATE TABLE attachments (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    report_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN
      ('photo_of_missing', 'identity_paper', 'family_booklet', 'other')),
    media_type text NOT NULL CHECK (media_type IN
      ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
    bytes integer NOT NULL CHECK (bytes > 0),
    record bytea,
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now(),
    removed_by uuid,
    removed_at timestamptz,
    removed_because text CHECK (removed_because IN
      ('wrong_file', 'wrong_report', 'replaced', 'asked_by_family', 'not_needed')),
    UNIQUE (organisation_id, id),
    CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
    CHECK ((removed_because IS NULL) = (removed_at IS NULL)),
    CHECK ((record IS NULL) = (removed_at IS NOT NULL)),
    FOREIGN KEY (organisation_id, report_id) REFERENCES reports (organisation_id, id),
    FOREIGN KEY (organisation_id, added_by) REFERENCES members (organisation_id, id),
    FOREIGN KEY (organisation_id, removed_by) REFERENCES members (organisation_id, id)
  );
  COMMENT ON COLUMN attachments.record IS 'Sealed with the organisation''s key: title and file name; gone with the file';
  CREATE INDEX attachments_by_report ON attachments (organisation_id, report_id, added_at, id);
  ${heldByOrganisation('attachments', { writes: ['INSERT', 'UPDATE'] })}
`;

/** Values that are sealed do not get smaller, so nothing tries. */
const pieces = `
  CREATE TABLE attachment_pieces (
    organisation_id uuid NOT NULL,
    attachment_id uuid NOT NULL,
    position integer NOT NULL CHECK (position >= 0),
    piece bytea NOT NULL,
    PRIMARY KEY (organisation_id, attachment_id, position),
    FOREIGN KEY (organisation_id, attachment_id) REFERENCES attachments (organisation_id, id) ON DELETE CASCADE
  );
  ALTER TABLE attachment_pieces ALTER COLUMN piece SET STORAGE EXTERNAL;
  COMMENT ON COLUMN attachment_pieces.piece IS 'A stretch of the file, sealed with the organisation''s key';
  ${heldByOrganisation('attachment_pieces', { writes: ['INSERT', 'DELETE'] })}
`;
