import type { CreatedOrganisation, NewOrganisation } from '@athar/access';
import { withOwner, type MasterKey } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { exitCode, type ExitCode } from '../exit-code.js';
import { addOrganisation } from '../server/first-organisation.js';
import type { Session } from '../session.js';
import { asSeen, inSeenOrder } from '@athar/printing';
import { OrganisationExists } from './errors.js';
import { asOwner, withStorage } from './installation.js';
import { operate } from './operate.js';
import { toOrganisation, type OrganisationOptions } from './seat-options.js';

/** Runs `athar organisation create`. */
export function runOrganisationCreate(
  options: OrganisationOptions,
  session: Session,
): Promise<ExitCode> {
  return operate(session, async (config) => {
    const organisation = toOrganisation(options);
    const created = await withStorage(config, session, ({ ownerUrl, masterKey }) =>
      withOwner(ownerUrl, (manager) => createOnce(manager, masterKey, organisation)),
    );
    print([created], session);
    session.output.note('Members act with the header X-Athar-Member: the id of their seat.');
    return exitCode.done;
  });
}

/** Runs `athar organisation list`. */
export function runOrganisationList(_: object, session: Session): Promise<ExitCode> {
  return operate(session, async (config) => {
    const known = await asOwner(config, session, (ownerUrl) =>
      withOwner(ownerUrl, (manager) => manager.query<CreatedOrganisation[]>(everyOrganisation)),
    );
    print(known, session);
    if (known.length === 0) session.output.note('There is no organisation yet.');
    return exitCode.done;
  });
}

const everyOrganisation = `
  SELECT o.id, o.name, (
    SELECT coalesce(json_agg(json_build_object('id', m.id, 'label', m.label, 'roles', m.roles) ORDER BY m.label), '[]')
    FROM members m WHERE m.organisation_id = o.id AND m.disabled_at IS NULL) AS members
  FROM organisations o ORDER BY o.created_at, o.id`;

/** @throws OrganisationExists: the same command given twice is no wish for two organisations. */
async function createOnce(
  manager: EntityManager,
  masterKey: MasterKey,
  organisation: NewOrganisation,
): Promise<CreatedOrganisation> {
  await manager.query('LOCK TABLE organisations IN SHARE ROW EXCLUSIVE MODE');
  const known = await manager.query<unknown[]>('SELECT 1 FROM organisations WHERE name = $1', [
    organisation.name,
  ]);
  if (known.length > 0) throw new OrganisationExists();
  return addOrganisation(manager, masterKey, organisation);
}

function print(organisations: readonly CreatedOrganisation[], { output }: Session): void {
  const onTerminal = output.stdout.isTTY === true;
  const seen = (text: string): string => (onTerminal ? asSeen(text) : text);
  const line = (text: string): void => output.result(onTerminal ? inSeenOrder(text) : text);
  for (const { id, name, members } of organisations) {
    line(`${id}  ${seen(name)}`);
    for (const seat of members) {
      line(`  ${seat.id}  ${seen(seat.label).padEnd(14)}  ${seat.roles.join(', ')}`);
    }
  }
}
