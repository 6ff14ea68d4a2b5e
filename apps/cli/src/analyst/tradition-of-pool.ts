/** Learns how a pool is spelled that names are asked of. A module of its own, since it is loaded late. */
export { TraditionLearner } from '@athar/arabic-names';
