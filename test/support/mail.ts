import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What the server answers to the next letters. */
export type MailMood = 'takes' | 'busy' | 'refuses' | 'refuses-address' | 'refuses-sender';

/** A real SMTP server that keeps what it takes, as it came. */
export interface MailCatcher {
  url: string;
  /** Every letter that was taken: its envelope and its raw text. */
  letters: { to: string[]; raw: string }[];
  /** Letters that were handed over, taken or not. */
  offered: number;
  mood: MailMood;
  /** Milliseconds to think before a letter is taken. */
  slowness: number;
  stop(): Promise<void>;
}

const answers: Partial<Record<MailMood, [number, string]>> = {
  busy: [451, 'Try again later'],
  refuses: [554, 'Not this text'],
  'refuses-address': [550, 'No such mailbox'],
  'refuses-sender': [550, 'Not from you'],
};

function refusal(mood: MailMood): Error | null {
  const [responseCode, message] = answers[mood] ?? [];
  return responseCode === undefined ? null : Object.assign(new Error(message), { responseCode });
}

export async function startMailCatcher(): Promise<MailCatcher> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => {
      done(catcher.mood === 'refuses-sender' ? refusal(catcher.mood) : null);
    },
    onRcptTo: (_address, _session, done) => {
      done(catcher.mood === 'refuses-address' ? refusal(catcher.mood) : null);
    },
    onData: (stream, session, done) => {
      const taken = (raw: string) => {
        catcher.offered += 1;
        const refused = refusal(catcher.mood);
        if (refused === null) {
          catcher.letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        }
        setTimeout(() => done(refused), catcher.slowness);
      };
      // A letter that breaks off in the middle was never handed over.
      text(stream).then(taken, () => undefined);
    },
  });
  // A sender that dies in the middle of a letter is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const catcher: MailCatcher = {
    url: `smtp://127.0.0.1:${port}`,
    letters: [],
    offered: 0,
    mood: 'takes',
    slowness: 0,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return catcher;
}
