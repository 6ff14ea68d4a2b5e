import { ListMatcher, type Matches, type MatchQuestion } from './list-matcher.js';
import { allOf } from './breather.js';
import { serveThread } from './serve-thread.js';

serveThread(() => {
  let matcher: ListMatcher | undefined;
  return (question: MatchQuestion): Matches | null => {
    if ('toMatch' in question) return matcher?.match(question.toMatch) ?? null;
    // The entries come as a question, which is forgotten: what a thread is started with stays in memory.
    if ('entries' in question) matcher = allOf(ListMatcher.over(question));
    else matcher?.weighBy(question);
    return null;
  };
});
