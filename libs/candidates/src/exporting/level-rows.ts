import { LEARNED_KINDS, kindOf, levelOf, type LearnedKind } from '@athar/matching';
import { unpackEvidence, type PackedItem } from '../matching/packed-evidence.js';

/** One kind of evidence that both sides of a decided pair know. */
export interface LevelRow {
  /** A running number. */
  pair: number;
  /** 1 confirmed, 0 rejected. */
  same: 0 | 1;
  kind: LearnedKind;
  /** Key of the weight; empty where it is not learned: a share is one of all pairs that know the kind. */
  level: string;
}

/** What training learns from of one decided pair: levels of circumstances, nothing of names. */
export function levelRows(
  pair: number,
  same: boolean,
  evidence: readonly PackedItem[],
): LevelRow[] {
  return unpackEvidence(evidence).flatMap((item): LevelRow[] => {
    const level = levelOf(item);
    const kind = level === null ? LEARNED_KINDS.find((one) => one === item.kind) : kindOf(level);
    return kind === undefined ? [] : [{ pair, same: same ? 1 : 0, kind, level: level ?? '' }];
  });
}
