/**
 * Every weight of the person model, in bits (log2 of how much likelier the observation is in a true
 * pair than in a chance pair). Names weigh by their rarity: see arabic-names. All are estimates, with
 * the reasoning beside them, until labelled decisions replace them.
 */
export const WEIGHTS = {
  prior: {
    /** Share of the smaller list that is expected to have its match in the larger one. */
    matchedShare: 0.3,
  },
  name: {
    /** Each further reading or spelling that was tried could have agreed by chance. */
    anotherNameTried: -0.5,
    /** A compound (قس الياس) is one name: what its words come to together beyond so much counts in part. */
    compound: { from: 10.5, share: 0.25 },
    /** A kunya or by-name that both know; chosen among few, so little. Disagreement says nothing. */
    knownAs: 2,
  },
  /** Pairs of relatives in both lists for one true pair, and what tells brothers apart. */
  relatives: {
    brothers: 0.6,
    cousins: 0.7,
    namesakes: 0.045,
    /** Brothers bear one name only by a double name or an error: log2(0.93 / 0.02). */
    givenOfBrothers: { agrees: 5.5, sureFrom: 3 },
  },
  /** Mother's name: told by the family, seldom on a card; wrong in about one of twenty. */
  motherName: { differs: -4.2, agrees: 4.5, secondFrom: 12, most: 8.5 },
  /** Where it agrees the given name has mostly said so; recorded wrongly in about one of a hundred. */
  sex: { male: 0.05, female: 0.3, differs: -6 },
  /** Years between two recorded births: up to each, bits. Spread of births over some 40 years. */
  birth: [
    { years: 0, bits: 3.2 },
    { years: 1, bits: 0.5 },
    { years: 2, bits: -0.3 },
    { years: 5, bits: -1.5 },
    { years: 10, bits: -3 },
    { years: Infinity, bits: -4.5 },
  ],
  /** Birth against age as seen: starved bodies look older, so wide and near neutral when apart. */
  ageSeen: [
    { years: 1, bits: 0.9 },
    { years: 7, bits: 0.5 },
    { years: 12, bits: 0 },
    { years: 16, bits: -0.8 },
    { years: 20, bits: -1.7 },
    { years: Infinity, bits: -3.2 },
  ],
  /** A child on one side and a grown man on the other is no error of estimate. */
  childAndAdult: -5,
  /** A town is home to about one in sixty, a governorate to about one in eight; people were displaced. */
  place: { samePlace: 6, sameGovernorate: 2.8, otherGovernorate: -2.5 },
  /** Prisoners were moved: a disagreement is near neutral. */
  holder: { same: 2.5, differs: -0.4 },
  /** Numbers restart in every branch and year; digits are misread: ٢/٣, ٧/٨, ٥/0. */
  number: {
    sameBranch: 11,
    noBranch: 9,
    otherBranch: 6,
    confusableShare: 0.5,
    differsSameBranch: -2,
    differs: -1,
  },
  /** Words shared by the descriptions of marks. Not seen on a photograph is not absent. */
  marks: { word: 1.5, most: 4.5 },
  /** Seen alive after the photograph, or arrested after it: by who says so. */
  seenAfter: { first_hand: -5.5, hearsay: -1, paid: -0.5, official: -0.7, unknown: -1 },
  arrestedAfter: { first_hand: -6, hearsay: -1.2, paid: -0.5, official: -1, unknown: -1.2 },
  /** Arrested in the three years before the photograph: most were. */
  arrestedBefore: { withinYears: 3, bits: 0.9 },
} as const;
