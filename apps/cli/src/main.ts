#!/usr/bin/env node
import { exitCode, type ExitCode } from './exit-code.js';
import { buildProgram } from './program.js';
import { reportError } from './report-error.js';
import { openSession } from './session.js';

const code: { value: ExitCode } = { value: exitCode.done };
const session = openSession(code);
try {
  await buildProgram(session).parseAsync(process.argv);
} catch (error) {
  code.value = reportError(error, session);
  // What a failed start left open must not keep the process; what is printed gets out first.
  setTimeout(() => process.exit(code.value), 2000).unref();
}
process.exitCode = code.value;
