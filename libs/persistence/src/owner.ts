import { DataSource, type EntityManager } from 'typeorm';
import { SCHEMA } from './roles/role-names.js';

/**
 * One transaction with the owner's role, for what only an operator does: creating organisations,
 * exporting keys, checking audit chains. Opens and closes its own connection.
 */
export async function withOwner<T>(
  ownerUrl: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: SCHEMA,
    applicationName: 'athar-owner',
    poolSize: 1,
  });
  await owner.initialize();
  try {
    return await owner.transaction(work);
  } finally {
    await owner.destroy();
  }
}
