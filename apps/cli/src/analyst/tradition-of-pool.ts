import { TraditionLearner } from '@athar/arabic-names';

/** Learns how the pool is spelled that names are asked of. A module of its own, since it is loaded late. */
export function newLearner(): TraditionLearner {
  return new TraditionLearner();
}
