/** Where pairs of two records of one kind are kept. The tables have the same columns. */
export interface PairTables {
  readonly pairs: 'duplicates' | 'entry_pairs';
  readonly judgements: 'duplicate_judgements' | 'entry_pair_judgements';
  readonly decisions: 'duplicate_decisions' | 'entry_pair_decisions';
  /** What the audit trail calls a pair. */
  readonly subject: 'duplicate' | 'entry_pair';
}

/** Two reports of one organisation. */
export const DUPLICATES: PairTables = {
  pairs: 'duplicates',
  judgements: 'duplicate_judgements',
  decisions: 'duplicate_decisions',
  subject: 'duplicate',
};

/** Two entries of the registry, which all organisations share. */
export const ENTRY_PAIRS: PairTables = {
  pairs: 'entry_pairs',
  judgements: 'entry_pair_judgements',
  decisions: 'entry_pair_decisions',
  subject: 'entry_pair',
};
