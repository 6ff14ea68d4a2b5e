import type { MatchRecord } from '@athar/matching';
import { allOf } from './breather.js';
import { WeightsLearner, type Expected } from './learn-weights.js';
import type { MatchWeights } from './list-matcher.js';
import { serveThread } from './serve-thread.js';

/** What a thread that learns weights is asked: it is told the records of both lists, part by part, and then for the weights. */
export type WeightsQuestion = { toCount: readonly MatchRecord[] } | { expected: Expected };

serveThread(() => {
  const learner = new WeightsLearner();
  return (question: WeightsQuestion): MatchWeights | null => {
    if ('expected' in question) return allOf(learner.weights(question.expected));
    for (const record of question.toCount) learner.add(record);
    return null;
  };
});
