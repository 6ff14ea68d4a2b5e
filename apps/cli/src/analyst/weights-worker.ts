import { allOf } from './breather.js';
import { learningWeights, type MatchLists } from './learn-weights.js';
import { serveThread } from './serve-thread.js';

serveThread((lists: MatchLists) => () => allOf(learningWeights(lists)));
