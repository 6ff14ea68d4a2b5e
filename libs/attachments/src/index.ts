/** The one door of attachments: files beside reports, which nobody matches. */
export {
  MOST_BYTES,
  attachmentKinds,
  attachmentTypes,
  removalReasons,
  type AttachmentKind,
  type AttachmentType,
  type AttachmentView,
  type NewAttachment,
  type OpenAttachment,
  type RemovalReason,
} from './attachment.js';
export { Attachments } from './attachments.js';
export { AttachmentsModule } from './attachments.module.js';
export * from './errors.js';
export { FileRefused, type FileRefusal } from './file-refused.js';
export type { FileBytes } from './read-whole.js';
