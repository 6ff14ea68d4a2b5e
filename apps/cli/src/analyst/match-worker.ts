import { ListMatcher, type Matches, type MatchQuestion, type MatchSetup } from './list-matcher.js';
import { serveThread } from './serve-thread.js';

serveThread((setup: MatchSetup) => {
  const matcher = new ListMatcher(setup);
  return (question: MatchQuestion): Matches | null => {
    if ('reports' in question) return matcher.match(question.reports);
    matcher.weighBy(question);
    return null;
  };
});
