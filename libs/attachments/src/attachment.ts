export const attachmentKinds = [
  'photo_of_missing',
  'identity_paper',
  'family_booklet',
  'other',
] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** The types that are taken. */
export const attachmentTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** Why a file was taken away. */
export const removalReasons = [
  'wrong_file',
  'wrong_report',
  'replaced',
  'asked_by_family',
  'not_needed',
] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** Bytes that a file may have when it is handed in. */
export const MOST_BYTES = 15 * 1024 * 1024;
/** Attachments that one report may have at a time. */
export const MOST_OF_REPORT = 30;

/** What is sealed beside the file. */
export interface AttachmentRecord {
  title?: string;
  fileName?: string;
}

export interface NewAttachment extends AttachmentRecord {
  kind: AttachmentKind;
  /** What the sender takes it for; refused where the bytes say otherwise. */
  declaredType?: AttachmentType;
}

/** A file of a report, or what is left to know of one that was taken away. */
export interface AttachmentView extends AttachmentRecord {
  id: string;
  reportId: string;
  kind: AttachmentKind;
  mediaType: AttachmentType;
  /** Of the file as it is kept. */
  bytes: number;
  addedBy: string;
  addedAt: string;
  /** Null while the file is there. */
  removed: { by: string; at: string; because: RemovalReason } | null;
}

/** An attachment and its file, piece by piece. */
export interface OpenAttachment {
  attachment: AttachmentView;
  bytes: AsyncIterable<Buffer>;
}
