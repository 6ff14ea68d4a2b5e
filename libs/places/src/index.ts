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
export { buildRecogniser } from './recognise/recogniser.js';
export { SEED_SOURCE, governorateNeighbours, seedHolders, seedPlaces } from './seed/seed.js';
export {
  P_CODE,
  readPlaces,
  readSpellings,
  type FilePlace,
  type FileSpelling,
} from './gazetteer-files/read-gazetteer.js';
export type { HolderChange, NewHolder, NewPlace, PlaceChange } from './changes.js';
export {
  CodeTaken,
  GazetteerChanged,
  GazetteerRefused,
  HolderNotFound,
  PlaceNotFound,
} from './errors.js';
export {
  GazetteerLoading,
  type GazetteerFiles,
  type GazetteerLoaded,
} from './gazetteer-loading.js';
export { Holders, type HolderFilter } from './holders.js';
export { Places, type PlaceFilter } from './places.js';
export { PlacesModule } from './places.module.js';
export type { HolderView, PlaceView } from './storage/rows.js';
