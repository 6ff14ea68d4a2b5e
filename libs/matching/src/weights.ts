import file from './learned.json' with { type: 'json' };

const learned = file.bits;

/** A birth and an age as seen that are so far apart are an error on a paper, or another man. */
const ABSURD_AGE = -5;

/**
 * Every weight of the person model, in bits (log2 of how much likelier the observation is in a true
 * pair than in a chance pair). Names weigh by their rarity: see arabic-names. What is learned stands in `learned.json`
 * (`npm run train:persons`); the others are estimates, with the reasoning beside them.
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
    compound: { from: 12, share: 0.1 },
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
    { years: 0, bits: learned['birth.0'] },
    { years: 1, bits: learned['birth.1'] },
    { years: 2, bits: learned['birth.2'] },
    { years: 5, bits: learned['birth.5'] },
    { years: 10, bits: learned['birth.10'] },
    { years: Infinity, bits: learned['birth.more'] },
  ],
  /**
   * Birth against age as seen, by how many years older or younger the face looks: starved bodies look older, so that is
   * wide and near neutral when apart.
   */
  looksOlder: [
    { years: 12, bits: learned['seen.older-12'] },
    { years: 17, bits: learned['seen.older-17'] },
    { years: 21, bits: learned['seen.older-21'] },
    { years: 32, bits: learned['seen.older-more'] },
    { years: Infinity, bits: ABSURD_AGE },
  ],
  looksYounger: [
    { years: 2, bits: learned['seen.younger-2'] },
    { years: 6, bits: learned['seen.younger-6'] },
    { years: 10, bits: learned['seen.younger-10'] },
    { years: 18, bits: learned['seen.younger-more'] },
    { years: Infinity, bits: ABSURD_AGE },
  ],
  /** A child on one side and a grown man on the other is no error of estimate. */
  childAndAdult: ABSURD_AGE,
  /** A town is home to about one in sixty, a governorate to about one in eight; people were displaced. */
  place: {
    samePlace: learned['place.same-place'],
    /** One says no more than the district; two places of one district. */
    sameDistrict: learned['place.same-district'],
    nearPlace: learned['place.near-place'],
    /** One says no more than the governorate; two places of it that lie in different districts or are not known. */
    sameGovernorate: learned['place.same-governorate'],
    otherDistrict: learned['place.other-district'],
    /** Families moved, mostly not far, and some tell where they live now. */
    neighbouringGovernorate: -1.5,
    otherGovernorate: learned['place.other-governorate'],
  },
  /** Share of all records that agree on a value of which the learned bits are true; rarer ones say more. */
  usualShare: { place: 1 / 100, district: 1 / 40, governorate: 1 / 8, holder: 1 / 12 },
  /**
   * Prisoners were moved: a disagreement is near neutral. Beside what is learned of chance pairs stands what pairs of like
   * names wanted in four simulated populations (logistic regression): one holder half a bit more in all of them, of which
   * two thirds are taken; a part .3 to 1 less in three.
   */
  holder: {
    same: learned['holder.same'] + 0.35,
    /** One is the service that the other belongs to; two of one service. */
    part: learned['holder.part'] - 0.2,
    sameService: learned['holder.same-service'],
    differs: learned['holder.differs'],
  },
  /** Numbers restart in every branch and year; digits are misread: ٢/٣, ٧/٨, ٥/0. */
  number: {
    sameBranch: 11,
    noBranch: 9,
    otherBranch: 6,
    confusableShare: 0.5,
    differsSameBranch: -3,
    differs: -2,
  },
  /** Words shared by the descriptions of marks. Not seen on a photograph is not absent. */
  marks: { word: 1.5, most: 4.5 },
  /** Seen alive after the photograph, or arrested after it: by who says so. */
  seenAfter: { first_hand: -5.5, hearsay: -1, paid: -0.5, official: -0.7, unknown: -1 },
  arrestedAfter: { first_hand: -6, hearsay: -1.2, paid: -0.5, official: -1, unknown: -1.2 },
  /** Share of them that a date so many days after the photograph weighs. */
  conflictGrows: [
    { days: 31, share: 0.3 },
    { days: 120, share: 0.5 },
  ],
  /** Years from the arrest to the photograph: most lived no longer than two. */
  arrestedBefore: [
    { years: 2, bits: learned['arrest.2'] },
    { years: 3, bits: learned['arrest.3'] },
    { years: 4, bits: learned['arrest.4'] },
    { years: Infinity, bits: learned['arrest.more'] },
  ],
} as const;
