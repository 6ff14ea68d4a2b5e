import { addAbortSignal, type Readable } from 'node:stream';
import { createInterface } from 'node:readline/promises';
import type { Session } from '../session.js';
import { InputEnded, NotConfirmed } from './errors.js';

/** More than anything that is typed in. */
const mostLetters = 10_000;

/**
 * What a person types after `question` on a terminal, or everything that comes from a pipe. The
 * question goes to standard error, so that results stay alone on standard output.
 *
 * @throws InputEnded where nothing comes.
 */
export async function ask(question: string, session: Session): Promise<string> {
  const typed = await (isTerminal(session) ? askPerson(question, session) : readPipe(session));
  if (typed.trim() === '') throw new InputEnded();
  return typed.trim();
}

/**
 * Asks for a yes on a terminal before something that cannot be undone.
 *
 * @param yes true where it was said beforehand with --yes.
 * @throws NotConfirmed where nobody says yes, or nobody can be asked.
 */
export async function confirm(
  warning: string,
  yes: boolean | undefined,
  session: Session,
): Promise<void> {
  session.output.note(warning);
  if (yes === true) return;
  if (!isTerminal(session)) {
    throw new NotConfirmed('Nothing was changed. Add --yes where nobody can be asked.');
  }
  const answer = await ask('Type yes to go on: ', session);
  if (answer.toLowerCase() !== 'yes') throw new NotConfirmed('Nothing was changed.');
}

function isTerminal({ stdin }: Session): boolean {
  return (stdin as Readable & { isTTY?: boolean }).isTTY === true;
}

async function askPerson(question: string, session: Session): Promise<string> {
  const terminal = createInterface({
    input: session.stdin,
    output: session.output.stderr,
    terminal: true,
    historySize: 0,
  });
  // The terminal is read letter by letter now, so that Ctrl-C comes here and not as a signal.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const closed = new Promise<never>((_, reject) =>
    terminal.once('close', () => reject(new InputEnded())),
  );
  try {
    return await Promise.race([terminal.question(question, { signal: session.signal }), closed]);
  } finally {
    terminal.close();
  }
}

async function readPipe({ stdin, signal }: Session): Promise<string> {
  let text = '';
  for await (const chunk of addAbortSignal(signal, stdin)) {
    text += String(chunk);
    if (text.length > mostLetters) break;
  }
  return text;
}
