import { ListTradition } from '@athar/arabic-names';
import type { AnsweredName } from './lean-names.js';

/** How the pool is spelled that names were asked of. A module of its own, since it is loaded late. */
export function traditionOf(answered: readonly AnsweredName[]): ListTradition {
  return ListTradition.of(answered.map(({ query, hits }) => ({ asked: query.name, hits })));
}
