import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { CasesModule } from '@athar/cases';
import { RegistryModule } from '@athar/registry';
import { AlreadyReported } from './duplicates/already-reported.js';
import { DuplicateKind } from './duplicates/duplicate-kind.js';
import { DuplicateMatching } from './duplicates/duplicate-matching.js';
import { Duplicates } from './duplicates/duplicates.js';
import { ReportShelves } from './duplicates/report-shelves.js';
import { EntryPairKind } from './entry-pairs/entry-pair-kind.js';
import { EntryPairing } from './entry-pairs/entry-pairing.js';
import { EntryPairs } from './entry-pairs/entry-pairs.js';
import { LinkedEntries } from './entry-pairs/linked-entries.js';
import { DecisionExport } from './exporting/decision-export.js';
import { FailedJobs } from './jobs/failed-jobs.js';
import { CandidateLists } from './judging/candidate-lists.js';
import { CandidateReader } from './judging/candidate-reader.js';
import { Judging } from './judging/judging.js';
import { Revoking } from './judging/revoking.js';
import { PairTools } from './like-pairs/pair-tools.js';
import { BatchMatching } from './matching/batch/batch-matching.js';
import { ChunkMatching } from './matching/batch/chunk-matching.js';
import { ChunkThreads } from './matching/batch/chunk-threads.js';
import { EvidenceSealing } from './matching/evidence-sealing.js';
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
    ChunkMatching,
    ChunkThreads,
    BatchMatching,
    EvidenceSealing,
    MatchingSweep,
    Matching,
    MatchingProgress,
    PairTools,
    ReportShelves,
    DuplicateKind,
    DuplicateMatching,
    Duplicates,
    AlreadyReported,
    EntryPairKind,
    EntryPairing,
    EntryPairs,
    LinkedEntries,
    FailedJobs,
    CandidateReader,
    CandidateLists,
    Judging,
    Revoking,
    DecisionExport,
  ],
  exports: [
    Matching,
    MatchingProgress,
    FailedJobs,
    CandidateReader,
    CandidateLists,
    Judging,
    Revoking,
    DecisionExport,
    Duplicates,
    AlreadyReported,
    EntryPairs,
    LinkedEntries,
  ],
})
export class CandidatesModule {}
