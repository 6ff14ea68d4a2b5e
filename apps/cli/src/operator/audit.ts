import { verifyAuditChain, type ChainReport } from '@athar/access';
import { withOwner } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { exitCode, type ExitCode } from '../exit-code.js';
import type { Session } from '../session.js';
import { OrganisationUnknown } from './errors.js';
import { asOwner } from './installation.js';
import { operate } from './operate.js';

/** Arguments of `athar audit verify`. */
export interface AuditOptions {
  organisation?: string;
}

/** Runs `athar audit verify`: done only where every chain holds. */
export function runAuditVerify(options: AuditOptions, session: Session): Promise<ExitCode> {
  return operate(session, (config) =>
    asOwner(config, session, (ownerUrl) =>
      withOwner(ownerUrl, async (manager) => {
        const ids = await organisations(manager, options.organisation);
        let broken = 0;
        for (const id of ids) {
          const chain = await verifyAuditChain(manager, id);
          if (chain.brokenAt !== null) broken += 1;
          session.output.result(`${id}  ${sentence(chain)}`);
        }
        session.output.note(
          broken === 0
            ? `The audit trail holds: organisations checked: ${ids.length}.`
            : `The audit trail was changed: broken in ${broken} of ${ids.length} organisations.`,
        );
        return broken === 0 ? exitCode.done : exitCode.failed;
      }),
    ),
  );
}

function sentence({ events, brokenAt }: ChainReport): string {
  const counted = `${events} event${events === 1 ? '' : 's'}`;
  return brokenAt === null ? `${counted} whole` : `${counted} whole, broken at event ${brokenAt}`;
}

/** @throws OrganisationUnknown */
async function organisations(manager: EntityManager, id: string | undefined): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM organisations WHERE $1::text IS NULL OR id::text = lower($1) ORDER BY created_at, id',
    [id ?? null],
  );
  if (id !== undefined && rows.length === 0) throw new OrganisationUnknown();
  return rows.map((row) => row.id);
}
