import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { FamiliesModule } from '@athar/families';
import { NotificationsModule } from '@athar/notifications';
import { CaseOpening } from './case-opening.js';
import { CaseStatus } from './case-status.js';
import { Cases } from './cases.js';
import { CaseMerges } from './merging/case-merges.js';
import { CaseMerging } from './merging/case-merging.js';
import { ReportEditing } from './report-editing.js';
import { ReportIntake } from './report-intake.js';
import { ReportReading } from './report-reading.js';
import { Reports } from './reports.js';
import { Withdrawals } from './withdrawals.js';

/** What the families say about the missing. Needs PersistenceModule, QueueModule, ConfigModule. */
@Module({
  imports: [AccessModule, FamiliesModule, NotificationsModule],
  providers: [
    CaseMerges,
    CaseMerging,
    CaseOpening,
    CaseStatus,
    Cases,
    ReportEditing,
    ReportIntake,
    ReportReading,
    Reports,
    Withdrawals,
  ],
  exports: [
    CaseMerges,
    CaseMerging,
    Cases,
    CaseStatus,
    ReportEditing,
    ReportIntake,
    ReportReading,
    Reports,
    Withdrawals,
  ],
})
export class CasesModule {}
