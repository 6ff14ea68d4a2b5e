import { Threads } from './threads.js';

const signal = () => new AbortController().signal;

function workOf(code: string) {
  return { script: new URL(`data:text/javascript,${code}`), setup: null };
}

/** Answers with the number of its thread and the question. */
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
    await threads.end();
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

  it('asks each thread a question of its own, in the order of the threads', async () => {
    const threads = new Threads<number, [thread: number, question: number]>(3, ECHO, signal());
    const answers = await threads.askEach((place) => 10 * place);
    await threads.end();
    expect(answers.map(([, question]) => question)).toEqual([0, 10, 20]);
    expect(new Set(answers.map(([thread]) => thread)).size).toBe(3);
  });

  it('tells every thread all parts in their order, the next when it has taken in the last', async () => {
    // Answers what it was told, and how many more parts came while it was busy with each.
    const keeping = workOf(
      "import{parentPort as p,receiveMessageOnPort as r}from'node:worker_threads';const a=[];p.on('message',q=>{a.push(q);let n=0;while(r(p))n++;p.postMessage([...a,n])})",
    );
    const threads = new Threads<number, number[]>(2, keeping, signal());
    await threads.tellAll([3, 1, 2]);
    const told = await threads.askEach(() => 9);
    await threads.end();
    expect(told).toEqual([
      [3, 1, 2, 9, 0],
      [3, 1, 2, 9, 0],
    ]);
  });

  it('has a thread help with what is left of another', async () => {
    const stuck = workOf(
      "import{parentPort as p}from'node:worker_threads';let s=0;p.on('message',q=>{s||=q===0;if(!s)p.postMessage(q)})",
    );
    const threads = new Threads<number, number>(2, stuck, signal());
    // The thread of the first question answers nothing from then on; it was asked two.
    const questions = Array.from({ length: 20 }, (_, at) => at);
    const answered: number[] = [];
    const done = threads.answer(questions, (_, at) => {
      if (answered.push(at) === 18) void threads.end();
    });
    await expect(done).rejects.toMatchObject({ code: 'thread-ended' });
    expect(answered.sort((a, b) => a - b)).toEqual(questions.slice(2));
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
    await threads.end();
  });
});
