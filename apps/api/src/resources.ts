import type { Type } from '@nestjs/common';
import { AttachmentsModule } from '@athar/attachments';
import { CandidatesModule } from '@athar/candidates';
import { CasesModule } from '@athar/cases';
import { FamiliesModule } from '@athar/families';
import { ImportsModule } from '@athar/imports';
import { NotificationsModule } from '@athar/notifications';
import { PlacesModule } from '@athar/places';
import { RegistryModule } from '@athar/registry';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { ReportAttachmentsController } from './attachments/report-attachments.controller.js';
import { CandidatesController } from './candidates/candidates.controller.js';
import { CaseCandidatesController } from './candidates/case-candidates.controller.js';
import { EntryLinksController } from './candidates/entry-links.controller.js';
import { EntryPairsController } from './candidates/entry-pairs.controller.js';
import { CaseLinksController } from './cases/case-links.controller.js';
import { CaseReferencesController } from './cases/case-references.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { DnaSamplesController } from './cases/dna-samples.controller.js';
import { FollowUpsController } from './cases/follow-ups.controller.js';
import { ReferralsController } from './cases/referrals.controller.js';
import { CollectionsController } from './collections/collections.controller.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { ReportContactsController } from './contacts/report-contacts.controller.js';
import { AlreadyReportedController } from './duplicates/already-reported.controller.js';
import { CaseMergesController } from './duplicates/case-merges.controller.js';
import { DuplicatesController } from './duplicates/duplicates.controller.js';
import { EntriesController } from './entries/entries.controller.js';
import { DecisionExportsController } from './exports/decision-exports.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { ReportExportsController } from './exports/report-exports.controller.js';
import { FormsController } from './forms/forms.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { MappingsController } from './imports/mappings.controller.js';
import { ReportImportsController } from './imports/report-imports.controller.js';
import { ProposalsController } from './imports/proposals.controller.js';
import { JobsController } from './matching/jobs.controller.js';
import { MatchingController } from './matching/matching.controller.js';
import { MessagesController } from './messages/messages.controller.js';
import { EntryPhotographsController } from './photographs/entry-photographs.controller.js';
import { PhotographsController } from './photographs/photographs.controller.js';
import { TitlePatternsController } from './photographs/title-patterns.controller.js';
import { HoldersController } from './places/holders.controller.js';
import { PlacesController } from './places/places.controller.js';
import { NumbersController } from './numbers/numbers.controller.js';
import { QuickFindModule } from './quick-find/quick-find.module.js';
import { ReadingQueueController } from './readings/reading-queue.controller.js';
import { ReadingsController } from './readings/readings.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { TasksController } from './tasks/tasks.controller.js';

/** The rooms that the API opens doors to. */
export const resourceModules: Type[] = [
  ImportsModule,
  RegistryModule,
  FamiliesModule,
  CasesModule,
  NotificationsModule,
  CandidatesModule,
  PlacesModule,
  AttachmentsModule,
  QuickFindModule,
];

/** One controller a resource. */
export const resourceControllers: Type[] = [
  ReportsController,
  ReportContactsController,
  ReportAttachmentsController,
  AttachmentsController,
  CasesController,
  CaseLinksController,
  FollowUpsController,
  CaseReferencesController,
  DnaSamplesController,
  ReferralsController,
  TasksController,
  ContactsController,
  MessagesController,
  CandidatesController,
  CaseCandidatesController,
  DuplicatesController,
  AlreadyReportedController,
  CaseMergesController,
  EntryPairsController,
  EntryLinksController,
  CollectionsController,
  ProposalsController,
  ReportImportsController,
  ImportsController,
  MappingsController,
  NumbersController,
  EntriesController,
  TitlePatternsController,
  PhotographsController,
  EntryPhotographsController,
  ReadingQueueController,
  ReadingsController,
  DecisionExportsController,
  ExportsController,
  ReportExportsController,
  MatchingController,
  JobsController,
  FormsController,
  PlacesController,
  HoldersController,
];
