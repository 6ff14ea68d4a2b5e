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
    /** Chance that a chance pair are brothers: about four in a registry of a few thousand. */
    brothers: 2 ** -10,
    /** Chance that a chance pair are cousins on the father's side, or of one clan. */
    cousins: 2 ** -7,
    /** Brothers are not given one name, but for double names and errors: log2(0.92 / 0.01). */
    givenAgreesAmongBrothers: 6.5,
    /** Each further reading or spelling that was tried could have agreed by chance. */
    anotherNameTried: -0.5,
    /** A kunya or by-name that both know; chosen among few, so little. Disagreement says nothing. */
    knownAs: 2,
  },
  /** Mother's name: told by the family, seldom on a card; wrong in about one of twenty. */
  motherName: { most: 8, differs: -4 },
  /** About 5 % of entries are women; recorded wrongly in about one of a hundred. */
  sex: { male: 0.07, female: 3.5, differs: -6 },
  /** Years between two recorded births: up to each, bits. Spread of births over some 40 years. */
  birth: [
    { years: 0, bits: 3.2 },
    { years: 1, bits: 2.2 },
    { years: 2, bits: 1.2 },
    { years: 5, bits: 0 },
    { years: 10, bits: -1.5 },
    { years: Infinity, bits: -3.5 },
  ],
  /** Birth against age as seen: starved bodies look older, so wide and near neutral when apart. */
  ageSeen: [
    { years: 3, bits: 1 },
    { years: 7, bits: 0.5 },
    { years: 12, bits: 0 },
    { years: 20, bits: -0.8 },
    { years: Infinity, bits: -1.6 },
  ],
  /** A child on one side and a grown man on the other is no error of estimate. */
  childAndAdult: -5,
  /** A town is home to about one in sixty, a governorate to about one in eight; people were displaced. */
  place: { samePlace: 4.5, sameGovernorate: 2, otherGovernorate: -1.5 },
  /** Prisoners were moved: a disagreement is near neutral. */
  holder: { same: 2.2, differs: -0.3 },
  /** Numbers restart in every branch and year; digits are misread: ٢/٣, ٧/٨, ٥/0. */
  number: {
    sameBranch: 10,
    noBranch: 6,
    otherBranch: 2,
    confusableShare: 0.5,
    differsSameBranch: -2,
    differs: -0.3,
  },
  /** Words shared by the descriptions of marks. Not seen on a photograph is not absent. */
  marks: { word: 1.5, most: 4.5 },
  /** Seen alive after the photograph, or arrested after it: by who says so. */
  seenAfter: { first_hand: -8, hearsay: -1, paid: -0.5, official: -0.7, unknown: -1 },
  arrestedAfter: { first_hand: -7, hearsay: -1.2, paid: -0.5, official: -1, unknown: -1.2 },
  /** Arrested in the three years before the photograph: most were. */
  arrestedBefore: { withinYears: 3, bits: 0.8 },
} as const;
