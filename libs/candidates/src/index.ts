/** The one door of candidates: proposed pairs, judgements, decisions. */
export { CandidatesModule } from './candidates.module.js';
export {
  AlreadyReported,
  type AgreeingPart,
  type AlreadyReportedRequest,
  type ReportedBefore,
} from './duplicates/already-reported.js';
export type { DuplicateSide } from './duplicates/duplicate-kind.js';
export { Duplicates, type DuplicateView } from './duplicates/duplicates.js';
export { EntryPairs, type EntryPairView } from './entry-pairs/entry-pairs.js';
export { LinkedEntries, type LinkedEntry } from './entry-pairs/linked-entries.js';
export * from './errors.js';
export { DecisionExport } from './exporting/decision-export.js';
export { FailedJobs } from './jobs/failed-jobs.js';
export { CandidateLists } from './judging/candidate-lists.js';
export { CandidateReader } from './judging/candidate-reader.js';
export type {
  Assessment,
  CandidateFilter,
  CandidateSummary,
  CandidateView,
  DecisionView,
  ExplainedEvidence,
  JudgementView,
  LeftCandidate,
} from './judging/candidate-view.js';
export type { NewJudgement } from './judging/decisions.js';
export { Judging, type JudgementRequest } from './judging/judging.js';
export type { PageAsked } from './judging/own-order.js';
export { Revoking, type RevocationRequest } from './judging/revoking.js';
export type {
  LikeJudgementRequest,
  LikeRevocationRequest,
} from './like-pairs/like-pair-judging.js';
export type {
  LeftLikePair,
  LikeDecisionView,
  LikePairSummary,
  LikePairView,
  LikeSide,
} from './like-pairs/like-pair-view.js';
export { LikePairs } from './like-pairs/like-pairs.js';
export type { ChunkThreadsOptions } from './matching/batch/chunk-threads.js';
export { ChunkThreadsModule } from './matching/batch/chunk-threads.module.js';
export {
  MatchingProgress,
  type MatchingState,
  type PairsState,
} from './matching/matching-progress.js';
export type { Swept } from './matching/matching-sweep.js';
export { Matching } from './matching/matching.js';
export type { ReportCounts } from './matching/report-counts.js';
export {
  judgementReasons,
  leavingReasons,
  matchStates,
  outcomes,
  verdicts,
  type JudgementReason,
  type LeavingReason,
  type MatchState,
  type Outcome,
  type Side,
  type Verdict,
} from './words.js';
