import type { MatchRecord } from '@athar/matching';
import { ListCount, type Counted, type Expected } from './list-count.js';
import { serveThread } from './serve-thread.js';

/** What a thread that counts is asked: it is told the records of both lists, part by part, and then for what they teach. */
export type CountQuestion = { toCount: readonly MatchRecord[] } | { expected: Expected };

serveThread(() => {
  const count = new ListCount();
  return (question: CountQuestion): Counted | null => {
    if ('expected' in question) return count.counted(question.expected);
    for (const record of question.toCount) count.add(record);
    return null;
  };
});
