import { answerInThreads } from './threads.js';

describe('answerInThreads', () => {
  it('says by a code that a thread ended before its work', async () => {
    const script = new URL('data:text/javascript,process.exit()');
    const work = { script, setup: null };
    const answers = answerInThreads([1, 2], 1, work, new AbortController().signal);
    await expect(answers.next()).rejects.toMatchObject({ code: 'thread-ended', kind: 'internal' });
  });
});
