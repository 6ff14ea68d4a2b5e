import { ListMatcher, type Matches, type MatchQuestion, type MatchSetup } from './list-matcher.js';
import { serveThread } from './serve-thread.js';

serveThread((setup: MatchSetup) => {
  const matcher = new ListMatcher(setup);
  return (question: MatchQuestion): Matches | null => {
    if ('toMatch' in question) return matcher.match(question.toMatch);
    if ('toIndex' in question) matcher.add(question.toIndex);
    else matcher.weighBy(question);
    return null;
  };
});
