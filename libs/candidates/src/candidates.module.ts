import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { CasesModule } from '@athar/cases';
import { RegistryModule } from '@athar/registry';
import { FailedJobs } from './jobs/failed-jobs.js';
import { CandidateLists } from './judging/candidate-lists.js';
import { CandidateReader } from './judging/candidate-reader.js';
import { Judging } from './judging/judging.js';
import { Revoking } from './judging/revoking.js';
import { EntriesMatching } from './matching/entries-matching.js';
import { MatchingProgress } from './matching/matching-progress.js';
import { MatchingSweep } from './matching/matching-sweep.js';
import { Matching } from './matching/matching.js';
import { PairMatcher } from './matching/pair-matcher.js';
import { RegistryIndex } from './matching/registry-index.js';
import { ReportMatching } from './matching/report-matching.js';

/** Proposed pairs, judgements, decisions. Needs persistence and queue in the app. */
@Module({
  imports: [AccessModule, CasesModule, RegistryModule],
  providers: [
    RegistryIndex,
    PairMatcher,
    ReportMatching,
    EntriesMatching,
    MatchingSweep,
    Matching,
    MatchingProgress,
    FailedJobs,
    CandidateReader,
    CandidateLists,
    Judging,
    Revoking,
  ],
  exports: [
    Matching,
    MatchingProgress,
    FailedJobs,
    CandidateReader,
    CandidateLists,
    Judging,
    Revoking,
  ],
})
export class CandidatesModule {}
