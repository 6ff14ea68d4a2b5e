import { Injectable } from '@nestjs/common';
import type { EntryView } from '@athar/registry';
import type { LikePairView } from '../like-pairs/like-pair-view.js';
import { LikePairs } from '../like-pairs/like-pairs.js';
import { PairTools } from '../like-pairs/pair-tools.js';
import { EntryPairKind } from './entry-pair-kind.js';

/** A pair of entries with both of them opened. */
export type EntryPairView = LikePairView<EntryView>;

/** Pairs of two entries that may document one person: a photograph and a record of another kind. */
@Injectable()
export class EntryPairs extends LikePairs<EntryView> {
  constructor(tools: PairTools, kind: EntryPairKind) {
    super(tools, kind);
  }
}
