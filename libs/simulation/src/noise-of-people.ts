/** Who the missing are, and what happened to them. Every value is a probability in [0, 1]. */
export interface PeopleNoise {
  /** That a missing person is a woman. */
  female: number;
  /** That a man bears a double name with a leading Muhammad (Muhammad Ali, one man). */
  doubleName: number;
  /** That a household's eldest missing son bears his grandfather's name, as is the custom. */
  namedAfterGrandfather: number;
  /** That a household with k missing children has one more (k up to 3): brothers, some sisters. */
  missingSibling: number;
  /** That the father of missing children, if he is not too old, is missing as well. */
  missingFather: number;
  /** That a clan with k households in grief has one more (k up to 2): the children are cousins. */
  missingCousins: number;
  /** That the grandfather, if he can be alive, is missing as well. */
  missingGrandfather: number;
  /** That a clan shares family name and home with an earlier one: distant cousins. */
  kin: number;
  /** That such a clan's eldest bears the given, father's and grandfather's name of the other's. */
  namesake: number;
  /** That somebody was taken in the raid on their household: same day, same holder. */
  takenTogether: number;
  /** That a prisoner was moved from the holder who arrested him before the photograph. */
  moved: number;
  /** That the branch of the home governorate made the arrest; such prisoners are always moved. */
  provincial: number;
  /** That a Kurdish man or woman is called otherwise at home than in the register. */
  homeName: number;
}

export const DEFAULT_PEOPLE: Readonly<PeopleNoise> = {
  female: 0.05,
  doubleName: 0.05,
  namedAfterGrandfather: 0.25,
  missingSibling: 0.18,
  missingFather: 0.08,
  missingCousins: 0.1,
  missingGrandfather: 0.02,
  kin: 0.12,
  namesake: 0.2,
  takenTogether: 0.8,
  moved: 0.35,
  provincial: 0.2,
  homeName: 0.3,
};
