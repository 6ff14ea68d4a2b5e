/** SQL over the two entries of the pair `p` with their collections. */
export const entriesSql = {
  joins: `JOIN entries a ON a.id = p.left_id JOIN collections x ON x.id = a.collection_id
    JOIN entries b ON b.id = p.right_id JOIN collections y ON y.id = b.collection_id`,
  /** The terms of one custodian or the other let nobody use the pair now. */
  hidden: `(NOT collection_open(x.may_match, x.embargo_until)
    OR NOT collection_open(y.may_match, y.embargo_until))`,
  /** Both are there still, and nobody outside has identified either person. */
  open: `(a.state = 'open' AND b.state = 'open'
    AND a.removed_at IS NULL AND b.removed_at IS NULL)`,
} as const;
