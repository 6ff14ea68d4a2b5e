import { Injectable } from '@nestjs/common';
import type { LikePairView } from '../like-pairs/like-pair-view.js';
import { LikePairs } from '../like-pairs/like-pairs.js';
import { PairTools } from '../like-pairs/pair-tools.js';
import { DuplicateKind, type DuplicateSide } from './duplicate-kind.js';

/** A pair of reports with both of them opened. */
export type DuplicateView = LikePairView<DuplicateSide>;

/**
 * Pairs of two reports of one organisation that may concern one person, none for a reviewer who
 * entered either. Confirmed, the two cases become one; what was confirmed is for a coordinator to
 * take back, and the case becomes two again: `revoke` throws CoordinatorNeeded and MergedFurther too.
 */
@Injectable()
export class Duplicates extends LikePairs<DuplicateSide> {
  constructor(tools: PairTools, kind: DuplicateKind) {
    super(tools, kind);
  }
}
