import type { Type } from '@nestjs/common';
import { CandidatesModule } from '@athar/candidates';
import { ImportsModule } from '@athar/imports';
import { NotificationsModule } from '@athar/notifications';
import { RegistryModule } from '@athar/registry';
import { ApplyImportProcessor } from './apply-import.processor.js';
import { CompareReportProcessor } from './compare-report.processor.js';
import { EndMatchingProcessor } from './end-matching.processor.js';
import { MatchChunkProcessor } from './match-chunk.processor.js';
import { MatchEntriesProcessor } from './match-entries.processor.js';
import { MatchReportProcessor } from './match-report.processor.js';
import { PairEntriesProcessor } from './pair-entries.processor.js';
import { SendMessageProcessor } from './send-message.processor.js';
import { SweepProcessor } from './sweep.processor.js';

/** The rooms that jobs call into. */
export const workedModules: Type[] = [
  ImportsModule,
  RegistryModule,
  NotificationsModule,
  CandidatesModule,
];

/** One processor a queue; a missing or doubled one stops the start. */
export const processors: Type[] = [
  ApplyImportProcessor,
  MatchReportProcessor,
  CompareReportProcessor,
  MatchEntriesProcessor,
  MatchChunkProcessor,
  EndMatchingProcessor,
  PairEntriesProcessor,
  SendMessageProcessor,
  SweepProcessor,
];
