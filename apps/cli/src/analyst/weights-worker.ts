import { learningWeights, type MatchLists } from './learn-weights.js';
import type { MatchWeights } from './list-matcher.js';
import { serveThread } from './serve-thread.js';

serveThread((lists: MatchLists) => (): MatchWeights => {
  const steps = learningWeights(lists);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
});
