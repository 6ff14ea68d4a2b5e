/** The one door of places: where people are from and were, and who held them. */
export {
  holderKinds,
  placeLevels,
  type Holder,
  type HolderKind,
  type Named,
  type Place,
  type PlaceLevel,
} from './gazetteer.js';
export {
  matchWays,
  usages,
  type Ancestor,
  type HolderMatch,
  type Match,
  type MatchWay,
  type Mention,
  type PlaceMatch,
  type Recogniser,
  type RecogniseOptions,
  type Recognition,
  type Usage,
} from './recognise/recognition.js';
