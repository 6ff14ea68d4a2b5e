import type { Type } from '@nestjs/common';
import { CandidatesModule } from '@athar/candidates';
import { CasesModule } from '@athar/cases';
import { FamiliesModule } from '@athar/families';
import { ImportsModule } from '@athar/imports';
import { NotificationsModule } from '@athar/notifications';
import { RegistryModule } from '@athar/registry';
import { CandidatesController } from './candidates/candidates.controller.js';
import { CaseCandidatesController } from './candidates/case-candidates.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { CollectionsController } from './collections/collections.controller.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { EntriesController } from './entries/entries.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { JobsController } from './matching/jobs.controller.js';
import { MatchingController } from './matching/matching.controller.js';
import { MessagesController } from './messages/messages.controller.js';
import { ReportsController } from './reports/reports.controller.js';

/** The rooms that the API opens doors to. */
export const resourceModules: Type[] = [
  ImportsModule,
  RegistryModule,
  FamiliesModule,
  CasesModule,
  NotificationsModule,
  CandidatesModule,
];

/** One controller a resource. */
export const resourceControllers: Type[] = [
  ReportsController,
  CasesController,
  ContactsController,
  MessagesController,
  CandidatesController,
  CaseCandidatesController,
  CollectionsController,
  ImportsController,
  EntriesController,
  MatchingController,
  JobsController,
];
