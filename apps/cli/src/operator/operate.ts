import { loadConfig, type Config } from '@athar/config';
import { JsonLogger } from '@athar/diagnostics';
import { DataFolderInUse } from '@athar/persistence';
import { Logger } from '@nestjs/common';
import type { ExitCode } from '../exit-code.js';
import type { Session } from '../session.js';
import { DatabaseRefused, ServerMustStop } from './errors.js';

/**
 * Runs a command of the operator: reads the settings, keeps log lines off standard output, and says
 * what the database refused in words an operator can act on.
 */
export async function operate(
  session: Session,
  work: (config: Config) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = loadConfig();
  Logger.overrideLogger(new JsonLogger('warn', session.output.stderr));
  try {
    return await work(config);
  } catch (error) {
    throw forOperator(error, config);
  }
}

function forOperator(error: unknown, config: Config): unknown {
  if (error instanceof DataFolderInUse) return new ServerMustStop(config.dataDirectory, error.pid);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = sentences[code];
  return sentence === undefined ? error : new DatabaseRefused(sentence, { cause: error });
}

const noAnswer = 'No database answers at the address that was given. Is it running?';
const notMigrated = 'The database is not migrated to this version; run `athar migrate`.';

/** By the codes of Node's network errors and of PostgreSQL (appendix A of its manual). */
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: noAnswer,
  ECONNRESET: noAnswer,
  EHOSTUNREACH: noAnswer,
  ETIMEDOUT: noAnswer,
  ENOTFOUND: 'The host in the database address is not known.',
  EAI_AGAIN: 'The host in the database address is not known.',
  '28000': 'The database refused the user of the address that was given.',
  '28P01': 'The database refused the user name or password of the address that was given.',
  '3D000': 'The database does not exist yet; run `athar provision`.',
  '3F000': notMigrated,
  '42P01': notMigrated,
  '42883': notMigrated,
  '42501': 'The role of the address that was given may not do this; give the role that may.',
  '57P03': 'The database is starting up; try again in a moment.',
};
