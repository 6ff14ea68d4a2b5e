import type { Command } from 'commander';
import type { AuditOptions } from '../operator/audit.js';
import type { Session } from '../session.js';

/** `athar audit`: the record of who read, wrote, judged, sent. */
export function register(program: Command, session: Session): void {
  const audit = program
    .command('audit')
    .summary('check the audit trail')
    .description('The append-only record of who read, wrote, judged and sent.');
  audit
    .command('verify')
    .description(
      "Checks every organisation's chain of events from first to last. Works on the embedded " +
        'installation (ATHAR_DATA) while its server is stopped, or on the database of DATABASE_URL, ' +
        'which needs DATABASE_OWNER_URL beside it.',
    )
    .option('--organisation <id>', 'check one organisation only')
    .addHelpText('after', examples)
    .action((options: AuditOptions) =>
      session.ends(
        import('../operator/audit.js').then(({ runAuditVerify }) =>
          runAuditVerify(options, session),
        ),
      ),
    );
}

const examples = `
Exit code: 0 every chain is whole, 1 a chain is broken (its first broken event is named).

Examples:
  athar audit verify
  athar audit verify --organisation 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e`;
