import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '@athar/access';
import { createReference, type NewReport, type ReportDocument } from '@athar/cases';
import { MODEL_VERSION } from '@athar/matching';
import { KeyRing, withOwner, type Seal } from '@athar/persistence';
import { inventPopulation, type DemoPopulation } from '../../../apps/cli/src/demo/population.js';
import type { CandidatesApp, Office } from '../../support/candidates-app.js';

/** A database with reports that were matched against an empty registry, and entries that came since. */
export interface Filled {
  offices: Office[];
  /** What matching the entries begins with. */
  revisions: { from: string; to: string };
  /** Invented people for reports that come later. */
  late: readonly ReportDocument[];
}

/** Reports that are kept apart, to come while a batch is under way. */
const LATE = 200;
const BATCH = 2000;

/** Fills a database: reports sealed as the service seals them, entries brought by an import. */
export async function fill(
  app: CandidatesApp,
  sizes: { reports: number; entries: number; organisations: number },
): Promise<Filled> {
  const population = inventPopulation(sizes.reports + LATE, sizes.entries, 11);
  const offices: Office[] = [];
  for (let n = 0; n < sizes.organisations; n += 1) offices.push(await app.office());
  const documents = population.reports.map(documentOf);
  await fillReports(app, offices, documents.slice(LATE));
  const [office] = offices;
  if (!office) throw new Error('There has to be an organisation.');
  const revisions = await bring(app, office.third, population);
  return { offices, revisions, late: documents.slice(0, LATE) };
}

/** As before the import was matched: no pair, no mark of it. */
export async function forget(app: CandidatesApp): Promise<void> {
  await app.ask('TRUNCATE candidates, matching_runs, duplicates CASCADE');
  await app.ask(
    `UPDATE reports SET matched_revision = match_revision, matched_registry_revision = 0,
       matched_model = $1, duplicates_revision = match_revision, duplicates_model = $1`,
    [MODEL_VERSION],
  );
  await app.loseQueue();
  await app.ask('VACUUM ANALYZE');
}

function documentOf({ contacts: _contacts, ...document }: NewReport): ReportDocument {
  return document;
}

async function fillReports(
  app: CandidatesApp,
  offices: readonly Office[],
  documents: readonly ReportDocument[],
): Promise<void> {
  const seals = await sealsOf(app, offices);
  for (let at = 0; at < documents.length; at += BATCH) {
    const rows = documents.slice(at, at + BATCH).map((document, n) => {
      const office = offices[(at + n) % offices.length];
      const seal = office && seals.get(office.organisationId);
      if (!office || !seal) throw new Error('There has to be an organisation.');
      const id = randomUUID();
      const place = { table: 'reports', column: 'record', row: id };
      return { id, office, caseId: randomUUID(), record: seal.sealJson(place, document) };
    });
    const columns = [
      rows.map(({ id }) => id),
      rows.map(({ office }) => office.organisationId),
      rows.map(({ caseId }) => caseId),
      rows.map(({ office }) => office.caseworker.memberId),
    ];
    await app.ask(
      `INSERT INTO cases (id, organisation_id, reference, opened_by)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[])`,
      [columns[2], columns[1], rows.map(createReference), columns[3]],
    );
    await app.ask(
      `INSERT INTO reports (id, organisation_id, case_id, entered_by, record, fingerprint)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::bytea[])`,
      [...columns, rows.map(({ record }) => record), rows.map(({ id }) => digest(id))],
    );
  }
}

function sealsOf(app: CandidatesApp, offices: readonly Office[]): Promise<Map<string, Seal>> {
  const keys = new KeyRing(app.database.masterKey);
  return withOwner(app.database.urls.owner, async (manager) => {
    const seals = new Map<string, Seal>();
    for (const { organisationId } of offices) {
      seals.set(organisationId, await keys.ofOrganisation(manager, organisationId));
    }
    return seals;
  });
}

async function bring(
  app: CandidatesApp,
  actor: Actor,
  population: DemoPopulation,
): Promise<Filled['revisions']> {
  const collectionId = await app.collection(actor);
  const settings = { kind: 'entries', collectionId, mode: 'keep_good', dryRun: false } as const;
  const { id } = await app.imports.receive(
    actor,
    { ...settings, format: 'csv' },
    population.registryFile(),
  );
  await app.imports.apply(actor.organisationId, id);
  const { firstRevision, lastRevision } = await app.imports.read(actor, id);
  return { from: `${BigInt(firstRevision ?? 1) - 1n}`, to: `${lastRevision}` };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
