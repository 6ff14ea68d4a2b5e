/** The one door of matching: two records to evidence and a probability, many records to candidates. */
export * from './records.js';
export {
  EVIDENCE_KINDS,
  probabilityOf,
  type EvidenceItem,
  type EvidenceKind,
  type PersonComparison,
} from './evidence.js';
export { WEIGHTS } from './weights.js';
export { kindOf, LEARNED_KINDS, levelOf, type LearnedKind } from './levels.js';
export { parseEdtf, type DateRange } from './edtf.js';
export { estimateExpectedMatches, priorCentibits, type PriorOptions } from './prior.js';
export { contestOf, sampleLists, type Contest, type ListSample } from './contest.js';
export {
  ContestIndex,
  estimateMatches,
  holdContest,
  weightsOf,
  type ListWeights,
} from './estimate-matches.js';
export { comparePersons, type ComparisonContext, type Contested } from './compare-persons.js';
export { type PersonFrequencies } from './milieus.js';
export {
  MatchIndex,
  RecordsNotKept,
  type Candidate,
  type MatchIndexOptions,
  type RankedEntry,
  type SearchOptions,
} from './match-index.js';
export { inNameOrder, nameOrder } from './name-order.js';
export { SnapshotCount, snapshotFrequencies } from './snapshot.js';
export { band, BANDS, FLOOR, MODEL_VERSION, type Band } from './band.js';
export { EXPLAINED_CODES, explain, type Explanation, type ExplainLocale } from './explain.js';
export {
  ENTRY_COLUMNS,
  REPORT_COLUMNS,
  toEntryRecord,
  toReportRecord,
  type ReadRow,
  type RowProblem,
} from './rows.js';
