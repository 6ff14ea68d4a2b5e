/**
 * What the parts of a name weigh, in bits. Estimates, in order of their use: to be replaced by values
 * learned on labelled pairs, together with `MODEL` of the token model.
 */
export const NAME_WEIGHTS = {
  /** Share of a true pair's parts that agree, the rest being errors and other spellings. */
  agreeAmongTrue: 0.92,
  /** The same of words counted by their letters: some of those that agree are names written alike by a slip. */
  agreeByLetters: 0.75,
  /**
   * Share of a true pair's Latin parts that are spelled alike; share of the words that sound alike which one spelling has,
   * taken for that of so many Latin words before any is counted.
   */
  alike: 0.4,
  usualSpelling: 0.15,
  fewLatin: 300,
  /**
   * How much seldomer two records of one man end in different parts of his name, so that neither has the other's, than those of
   * any two men.
   */
  endsApart: 0.4,
  /** How likely the last word of a name without stated parts is the family's, before it is looked at. */
  lastIsFamily: 0.7,
  /** A part can never say more than this for a pair. */
  mostForAPart: 12,
  /** Similarity below which a part speaks against a pair, above which for it. */
  neutral: 0.55,
  /** Similarity below which words of other forms begin to speak against a pair. */
  unlike: 0.42,
  /**
   * Share of a full agreement that words hardly alike come to, by similarity: two names met by chance are hardly ever even
   * so like (one in a thousand pairs), spellings and slips of one name are in one of twenty. Plainly different up to the
   * first, rising with the logarithm between two.
   */
  hardlyAlike: [
    { similarity: 0.012, share: 0 },
    { similarity: 0.05, share: 0.35 },
    { similarity: 0.55, share: 0.7 },
    { similarity: 0.8, share: 1 },
  ],
  /** Share of that where it is not clear which part a word is. */
  unclearRole: 0.65,
  /**
   * How likely one slip of pen or eye makes just this word of a name, in bits: in simulated lists of two generators words one
   * letter apart speak for one name by so much less than the rarer of them is rare, whatever their length.
   */
  slip: -7,
  /** The same of words of two scripts whose consonants differ by one: more names are so alike. */
  slipAcross: -8.5,
  /** Bits at most of two usual words so unlike that people seldom mean one name by them. */
  unlikeUsual: 0.5,
  /** Two usual names one letter apart (كمال, جمال): a slip seldom makes one of the other, brothers are called so. */
  otherUsualName: -3,
  /** Bits less across scripts, since a spelling may stand for other names, and bits at most above the class of its sounds. */
  otherScript: 0.15,
  overClass: 2.5,
  /** Similarity from which on the names are the same but for spelling. */
  full: 0.9,
  /**
   * Similarity from which down words of other forms (عبد, a woman's name) are plainly different.
   */
  none: 0.2,
  different: { given: -5.5, father: -5.7, grandfather: -4.2, family: -3.9, kunya: 0 },
  absent: { given: -3, father: 0, grandfather: 0, family: 0, kunya: 0 },
  /** A kunya is custom or chosen: it agrees by chance among friends, so it counts half. */
  kunyaShare: 0.5,
  /** The parts are the same but stand in places that no reading of both names allows. */
  moved: -4.5,
  /** Parts that agree, but in another order: a father and his son. */
  turned: -4,
  /** The same in the score of a list of names: as similarity. */
  turnedShare: 0.4,
  /** Of parts in other places, the same. */
  movedShare: 0.95,
  /** Bits that an initial can say, and its similarity to a name that begins so, and to another. */
  initialWorth: 1,
  sameInitial: 0.7,
  otherInitial: 0.3,
  /** Share of similarity that a man's name and the woman's of the same root keep. */
  manAndWoman: 0.4,
  /** One has عبد or أبو and the other has not. */
  headApart: 0.45,
  /** One has الحاج or الشيخ before it inside the name and the other has not: a title, or a family's name. */
  titleApart: 0.8,
  /** Bits beside that: الحاج علي and العلي are two families more often than one. */
  titleOfOne: -2.5,
  /** علي beside العلي. */
  articleApart: 0.98,
} as const;
