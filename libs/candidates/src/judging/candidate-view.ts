import type { ReportDocument } from '@athar/cases';
import type { Band, EvidenceKind } from '@athar/matching';
import type { EntryView, HeldReason } from '@athar/registry';
import type {
  JudgementReason,
  LeavingReason,
  MatchState,
  Outcome,
  Side,
  Verdict,
} from '../words.js';
import type { Leaving } from './leaving.js';
import type { PageAsked } from './own-order.js';

export interface CandidateFilter extends PageAsked {
  caseId?: string | undefined;
  /** Only pairs that come back (true) or that never were judged before (false). */
  returned?: boolean | undefined;
}

export interface LeftFilter extends PageAsked {
  caseId?: string | undefined;
  because?: LeavingReason | undefined;
}

/** A pair in a list: enough to choose it, without a name. */
export interface CandidateSummary {
  id: string;
  /** Counts what a reviewer would have to look at again; send it as If-Match. */
  version: number;
  caseId: string;
  caseReference: string;
  reportId: string;
  entryId: string;
  /** `judged_once` only for who has judged in this round; others see `proposed`. */
  state: MatchState;
  /** 1 for the first; one more each time the pair came back. */
  round: number;
  returned: boolean;
  /** Another case of the organisation holds this entry confirmed. */
  alsoConfirmedElsewhere: boolean;
  /** Another organisation holds this entry confirmed; never which. Null for who does not review. */
  confirmedInAnotherOrganisation: boolean | null;
  /** Why the terms of the entry's custodian hold the pair back now; null where they do not. */
  held: HeldReason | null;
  /** Whom to ask about what is held; null where nothing is. */
  custodian: string | null;
  /** Null while the member may not see it. */
  band: Band | null;
  decidedAt: string | null;
  createdAt: string;
  /** When the pair was last weighed, decided or brought back. */
  updatedAt: string;
}

/** A pair that left the queue without a judgement. */
export interface LeftCandidate extends CandidateSummary, Leaving {}

/** One piece of evidence with its sentence in the reader's language. */
export interface ExplainedEvidence {
  kind: EvidenceKind;
  code: string;
  /** Hundredths of a bit for (positive) or against one person. */
  centibits: number;
  sentence: string;
}

/** What the model thinks of a pair. It never decides. */
export interface Assessment {
  band: Band;
  /** 0 to 1. */
  probability: number;
  /** Learned on simulated people, not on decisions of this house. */
  calibration: 'simulated';
  /** Sum of the evidence, in hundredths of a bit. */
  centibits: number;
  modelVersion: string;
  evidence: ExplainedEvidence[];
  /**
   * Other cases of the organisation that this entry fits within one bit, among the pairs that were
   * decided or that the member has judged.
   */
  fitsEqually: number;
}

export interface JudgementView {
  id: string;
  memberId: string;
  round: number;
  verdict: Verdict;
  reasons: JudgementReason[];
  note: string | null;
  createdAt: string;
}

export interface DecisionView {
  sequence: number;
  round: number;
  outcome: Outcome | 'revoked';
  decidedBy: string;
  note: string | null;
  createdAt: string;
}

/** A pair with both sides opened, as far as this member may see it. */
export interface CandidateView extends CandidateSummary {
  /**
   * Which sides changed since the pair was last judged; of a decided pair, as the records are now.
   * Empty where an open pair is new or was revoked.
   */
  changed: Side[];
  /**
   * Of a confirmed pair: another case's pair with this entry, decided or judged by the member, looks
   * strong. Null for other pairs and for who does not review.
   */
  alsoStrongElsewhere: boolean | null;
  report: { id: string; document: ReportDocument };
  entry: EntryView;
  /**
   * Entries of other collections that two people hold to document the same person as the entry. Each is
   * evidence of its own. Null for who does not review.
   */
  linkedEntries: EntryView[] | null;
  /** Null until the member has judged, where another is or was the informed one. */
  assessment: Assessment | null;
  ownJudgement: JudgementView | null;
  /** Everyone's, newest round first; null while the member may not know them. */
  judgements: JudgementView[] | null;
  /** Newest first; null while the member may not know them. */
  decisions: DecisionView[] | null;
}
