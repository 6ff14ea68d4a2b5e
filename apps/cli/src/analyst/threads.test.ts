import { Threads } from './threads.js';

const signal = () => new AbortController().signal;

function workOf(code: string) {
  return { script: new URL(`data:text/javascript,${code}`), setup: null };
}

/** Answers with the number of its thread and the question; a thread says first which it is. */
const ECHO = workOf(
  "import{parentPort as p,threadId as t}from'node:worker_threads';p.on('message',q=>p.postMessage([t,q]))",
);

describe('Threads', () => {
  it('says by a code that a thread ended before its work', async () => {
    const threads = new Threads(1, workOf('process.exit()'), signal());
    await expect(threads.answer([1, 2], () => undefined)).rejects.toMatchObject({
      code: 'thread-ended',
      kind: 'internal',
    });
  });

  it('answers every question once, and gives questions side by side to one thread', async () => {
    const threads = new Threads<number, [thread: number, question: number]>(2, ECHO, signal());
    const questions = Array.from({ length: 40 }, (_, at) => at);
    const answers: [thread: number, question: number][] = [];
    await threads.answer(questions, (place, answer) => {
      expect(answers[place]).toBeUndefined();
      answers[place] = answer;
    });
    await threads.end();
    expect(answers.map(([, question]) => question)).toEqual(questions);
    expect(answers[0]?.[0]).toBe(answers[1]?.[0]);
    expect(answers[20]?.[0]).toBe(answers[21]?.[0]);
    expect(answers[20]?.[0]).not.toBe(answers[0]?.[0]);
  });

  it('ends with the reason of its signal', async () => {
    const controller = new AbortController();
    const threads = new Threads<number, number>(
      2,
      workOf('setInterval(()=>{},1000)'),
      controller.signal,
    );
    const answered = threads.answer([1, 2, 3], () => undefined);
    controller.abort(new Error('enough'));
    await expect(answered).rejects.toThrow('enough');
  });
});
