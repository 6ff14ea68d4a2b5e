import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { AttachmentAdding } from './attachment-adding.js';
import { Attachments } from './attachments.js';

/** Files beside reports. Needs PersistenceModule. */
@Module({
  imports: [AccessModule],
  providers: [AttachmentAdding, Attachments],
  exports: [Attachments],
})
export class AttachmentsModule {}
