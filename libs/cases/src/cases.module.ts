import { Module } from '@nestjs/common';
import { FamiliesModule } from '@athar/families';
import { CaseStatus } from './case-status.js';
import { Reports } from './reports.js';

/** What the families say about the missing. Needs PersistenceModule, AccessModule, QueueModule. */
@Module({
  imports: [FamiliesModule],
  providers: [Reports, CaseStatus],
  exports: [FamiliesModule, Reports, CaseStatus],
})
export class CasesModule {}
