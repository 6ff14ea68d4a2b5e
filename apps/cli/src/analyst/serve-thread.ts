import { parentPort, workerData } from 'node:worker_threads';

/**
 * Serves a worker thread that a `Thread` started.
 * @param open makes ready what answers a question, of what the thread was given at its start
 */
export function serveThread<Setup, Question, Answer>(
  open: (setup: Setup) => (question: Question) => Answer,
): void {
  const port = parentPort;
  if (port === null) return;
  const answer = open(workerData as Setup);
  port.on('message', (question: Question) => {
    port.postMessage(answer(question));
  });
}
