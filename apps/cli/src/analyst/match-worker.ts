import {
  ListMatcher,
  type MatchAnswer,
  type MatchQuestion,
  type MatchSetup,
} from './list-matcher.js';
import { serveThread } from './serve-thread.js';

serveThread((setup: MatchSetup) => {
  const matcher = new ListMatcher(setup);
  return (question: MatchQuestion): MatchAnswer => {
    if ('toMatch' in question) return matcher.match(question.toMatch);
    if ('toContest' in question) return matcher.likeliest(question.toContest);
    if ('toIndex' in question) matcher.add(question.toIndex);
    else if ('contest' in question) matcher.hold(question);
    else matcher.weighBy(question);
    return null;
  };
});
