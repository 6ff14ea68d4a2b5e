import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { FamiliesModule } from '@athar/families';
import { ImportsModule } from '@athar/imports';
import { NotificationsModule } from '@athar/notifications';
import { PlacesModule } from '@athar/places';
import { CaseOpening } from './case-opening.js';
import { CaseStatus } from './case-status.js';
import { Caseload } from './caseload.js';
import { Cases } from './cases.js';
import { ContactAdding } from './contacts/contact-adding.js';
import { ContactWork } from './contacts/contact-work.js';
import { ReportReopening } from './contacts/report-reopening.js';
import { CaseDetails } from './details/case-details.js';
import { FollowUps } from './follow-ups/follow-ups.js';
import { ReportExport } from './exporting/report-export.js';
import { importing } from './importing/index.js';
import { CaseLinks } from './links/case-links.js';
import { CaseMerges } from './merging/case-merges.js';
import { CaseMerging } from './merging/case-merging.js';
import { RecognisedPlaces } from './recognised-places.js';
import { Repeatable } from './repeatable.js';
import { ReportEditing } from './report-editing.js';
import { ReportIntake } from './report-intake.js';
import { ReportReading } from './report-reading.js';
import { ReportWriting } from './report-writing.js';
import { Reports } from './reports.js';
import { CallTasks } from './tasks/call-tasks.js';
import { RegistrationNotice } from './tasks/registration-notice.js';
import { TaskCancelling } from './tasks/task-cancelling.js';
import { TaskReading } from './tasks/task-reading.js';
import { TaskWork } from './tasks/task-work.js';
import { Withdrawals } from './withdrawals.js';

/** What the families say about the missing. Needs PersistenceModule, QueueModule, ConfigModule. */
@Module({
  imports: [AccessModule, FamiliesModule, ImportsModule, NotificationsModule, PlacesModule],
  providers: [
    ...importing,
    CallTasks,
    TaskCancelling,
    CaseDetails,
    CaseLinks,
    CaseMerges,
    CaseMerging,
    CaseOpening,
    CaseStatus,
    Caseload,
    Cases,
    ContactAdding,
    ContactWork,
    FollowUps,
    RecognisedPlaces,
    RegistrationNotice,
    Repeatable,
    ReportEditing,
    ReportExport,
    ReportIntake,
    ReportReading,
    ReportReopening,
    ReportWriting,
    Reports,
    TaskReading,
    TaskWork,
    Withdrawals,
  ],
  exports: [
    CaseDetails,
    CaseLinks,
    CaseMerges,
    CaseMerging,
    Caseload,
    Cases,
    CaseStatus,
    ContactAdding,
    ContactWork,
    FollowUps,
    ReportEditing,
    ReportExport,
    ReportIntake,
    ReportReading,
    Reports,
    TaskReading,
    TaskWork,
    Withdrawals,
  ],
})
export class CasesModule {}
