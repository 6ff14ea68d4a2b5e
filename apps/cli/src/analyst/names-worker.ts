import { nameRanker } from './rank-names.js';
import { serveThread } from './serve-thread.js';

serveThread(nameRanker);
