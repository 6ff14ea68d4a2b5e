import { randomUUID } from 'node:crypto';
import type { Actor } from '@athar/access';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import { EntrySources, type EntryReading, type SourceWrite } from '@athar/registry';
import type { EntityManager } from 'typeorm';
import type { RegistryApp } from './registry-app.js';

/** Works with the sources of entries as the rooms of the registry do. */
export class SourceWork {
  constructor(
    private readonly app: RegistryApp,
    private readonly actor: Actor,
  ) {}

  /** One transaction of the actor's organisation, with the registry's seal. */
  inside<T>(
    work: (sources: EntrySources, manager: EntityManager, seal: Seal) => Promise<T>,
  ): Promise<T> {
    const { context } = this.app;
    return context.get(Database).inOrganisation(this.actor.organisationId, async (manager) => {
      const seal = await context.get(KeyRing).ofRegistry(manager);
      return work(context.get(EntrySources), manager, seal);
    });
  }

  put(...writes: Omit<SourceWrite, 'by'>[]) {
    const by = { memberId: this.actor.memberId };
    return this.inside((sources, manager, seal) =>
      sources.put(
        manager,
        seal,
        writes.map((write) => ({ ...write, by })),
      ),
    );
  }

  /** A group of photographs under one number. */
  photographs(collectionId: string, number: string, day: string, branch?: string) {
    const identity = randomUUID();
    const document = { numbers: [{ value: number, readOn: 'title' as const }], photoDates: [day] };
    const where = branch === undefined ? {} : { branch };
    return this.put({
      ...{ collectionId, kind: 'photographs', identity },
      document: { ...document, ...where },
    });
  }

  /** The entries of a collection, oldest first, as a steward reads them. */
  async entries(collectionId: string): Promise<EntryReading[]> {
    const { app, actor } = this;
    const page = await app.entries.list(actor, 'quality_check', { collectionId, limit: 200 });
    return Promise.all(
      page.items.map((item) => app.registry.readEntry(actor, item.id, 'quality_check')),
    );
  }
}

/** Lets a reviewer of another organisation judge a pair with an entry, by the database alone. */
export async function judgedElsewhere(app: RegistryApp, entryId: string): Promise<void> {
  const other = await app.member('reviewer');
  const ids = [other.organisationId, other.memberId];
  const [report] = await app.ask<{ id: string }>(
    `WITH opened AS (INSERT INTO athar.cases (organisation_id, opened_by, reference)
       VALUES ($1, $3, $2) RETURNING id)
     INSERT INTO athar.reports (organisation_id, case_id, entered_by, record, fingerprint)
     SELECT $1, id, $3, '\\x00', '\\x00' FROM opened RETURNING id`,
    [ids[0], `T-${randomUUID().slice(0, 8)}`, ids[1]],
  );
  const [candidate] = await app.ask<{ id: string }>(
    `INSERT INTO athar.candidates (organisation_id, report_id, entry_id, centibits, probability, band,
       evidence, model_version, report_fingerprint, entry_material)
     VALUES ($1, $2, $3, 900, 0.5, 'fair', '{}', 'm', '\\x00', '\\x00') RETURNING id`,
    [ids[0], report?.id, entryId],
  );
  await app.ask(
    `INSERT INTO athar.judgements (organisation_id, candidate_id, member_id, round, verdict, reasons,
       report_fingerprint, entry_material)
     VALUES ($1, $2, $3, 1, 'different', '{}', '\\x00', '\\x00')`,
    [ids[0], candidate?.id, ids[1]],
  );
}
