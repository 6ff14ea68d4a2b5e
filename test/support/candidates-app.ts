import { createHash, randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { createOrganisation, type Actor, type MemberRole } from '@athar/access';
import {
  AlreadyReported,
  CandidateLists,
  CandidateReader,
  CandidatesModule,
  Duplicates,
  EntryPairs,
  FailedJobs,
  Judging,
  LinkedEntries,
  Matching,
  MatchingProgress,
  Revoking,
} from '@athar/candidates';
import {
  CaseDetails,
  CaseLinks,
  CaseMerges,
  Cases,
  ContactAdding,
  FollowUps,
  ReportIntake,
  ReportReading,
  TaskReading,
  TaskWork,
  createReference,
  type MissingPerson,
  type ReportDocument,
} from '@athar/cases';
import { ConfigModule, parseEnvironment, toConfig } from '@athar/config';
import {
  Database,
  KeyRing,
  PersistenceModule,
  QUEUE_SCHEMA,
  SCHEMA,
  ensureDataKey,
  withOwner,
} from '@athar/persistence';
import { JobProducer, QueueModule } from '@athar/queue';
import { Imports } from '@athar/imports';
import { Collections, Registry, type CollectionChange, type NewCollection } from '@athar/registry';
import { startDatabase, type TestDatabase } from './database.js';
import { bytesOf } from './registry-app.js';

/** One organisation with two reviewers, a third, a caseworker who enters reports, and a coordinator. */
export interface Office {
  organisationId: string;
  first: Actor;
  second: Actor;
  third: Actor;
  caseworker: Actor;
  coordinator: Actor;
}

export interface ReportPlace {
  reportId: string;
  caseId: string;
  reference: string;
  organisationId: string;
}

/** The services of matching and judging on a database of their own, without HTTP and without a worker. */
export async function startCandidates() {
  const database = await startDatabase();
  const context = await NestFactory.createApplicationContext(appOf(database), {
    logger: false,
    abortOnError: false,
  });
  const admin = new pg.Client({
    connectionString: database.adminUrl.replace(/[^/]*$/, 'athar_test'),
  });
  await admin.connect();
  await admin.query(`SET search_path = ${SCHEMA}`);
  const ask = async <Row extends object>(sql: string, parameters: unknown[] = []) =>
    (await admin.query<Row>(sql, parameters)).rows;
  // A new report waits only so long for an index that is being filled: one that is there is soon up to date.
  await context.get(Matching).followRegistry();
  const collections = context.get(Collections);
  const services = { data: context.get(Database), keys: context.get(KeyRing) };
  return {
    database,
    matching: context.get(Matching),
    progress: context.get(MatchingProgress),
    lists: context.get(CandidateLists),
    reader: context.get(CandidateReader),
    judging: context.get(Judging),
    revoking: context.get(Revoking),
    duplicates: context.get(Duplicates),
    alreadyReported: context.get(AlreadyReported),
    entryPairs: context.get(EntryPairs),
    links: context.get(LinkedEntries),
    cases: context.get(Cases),
    merges: context.get(CaseMerges),
    caseLinks: context.get(CaseLinks),
    caseDetails: context.get(CaseDetails),
    followUps: context.get(FollowUps),
    tasks: context.get(TaskReading),
    taskWork: context.get(TaskWork),
    contactAdding: context.get(ContactAdding),
    imports: context.get(Imports),
    intake: context.get(ReportIntake),
    reading: context.get(ReportReading),
    failedJobs: context.get(FailedJobs),
    jobs: context.get(JobProducer),
    registry: context.get(Registry),
    ask,
    office: () => newOffice(database),
    report: (actor: Actor, person: MissingPerson) => addReport(services, actor, { person }),
    /** Changes what matching looks at in a report, as an edit does. */
    edit: (place: ReportPlace, person: MissingPerson) => editReport(services, place, { person }),
    /** Brings rows `id,given_name,father_name,family_name,mother_name` into a collection. */
    entries: (actor: Actor, collectionId: string, ...rows: string[]) =>
      bring(context.get(Imports), actor, collectionId, rows),
    /** A new collection, by id: a photo archive whose custodian allows all, if nothing else is wanted. */
    collection: async (actor: Actor, wanted: Partial<NewCollection> = {}) => {
      const created = await collections.create(actor, {
        kind: 'photo_archive',
        title: 'Archive',
        custodian: 'Custodian',
        mayDisclose: true,
        ...wanted,
      });
      return created.id;
    },
    /** The custodian changes the terms of a collection. */
    terms: async (actor: Actor, id: string, change: CollectionChange) => {
      const { version } = await collections.read(actor, id);
      await collections.update(actor, id, version, change);
    },
    /** The custodian allows no matching of a collection any more. */
    retire: async (actor: Actor, id: string) => {
      const { version } = await collections.read(actor, id);
      await collections.update(actor, id, version, { mayMatch: false });
    },
    loseQueue: () => ask(`TRUNCATE ${QUEUE_SCHEMA}.job CASCADE`),
    stop: async () => {
      await admin.end();
      await context.close();
      await database.stop();
    },
  };
}

export type CandidatesApp = Awaited<ReturnType<typeof startCandidates>>;

const seats: [keyof Office, MemberRole[]][] = [
  ['first', ['reviewer']],
  ['second', ['reviewer', 'caseworker']],
  ['third', ['reviewer', 'steward']],
  ['caseworker', ['caseworker']],
  ['coordinator', ['coordinator']],
];

let made = 0;

function newOffice(database: TestDatabase): Promise<Office> {
  return withOwner(database.urls.owner, async (manager) => {
    made += 1;
    const { id, members } = await createOrganisation(manager, {
      name: `Organisation ${made}`,
      phone: '+000 000 000',
      members: seats.map(([label, roles]) => ({ label, roles })),
    });
    await ensureDataKey(manager, database.masterKey, id);
    const actors = members.map((member): [string, Actor] => [
      member.label,
      { memberId: member.id, organisationId: id, label: member.label, roles: member.roles },
    ]);
    return { organisationId: id, ...Object.fromEntries(actors) } as unknown as Office;
  });
}

interface Services {
  data: Database;
  keys: KeyRing;
}

function addReport(
  { data, keys }: Services,
  actor: Actor,
  document: ReportDocument,
): Promise<ReportPlace> {
  const { organisationId, memberId } = actor;
  return data.inOrganisation(organisationId, async (manager) => {
    const [reportId, caseId, reference] = [randomUUID(), randomUUID(), createReference()];
    await manager.query(
      `INSERT INTO cases (id, organisation_id, reference, opened_by) VALUES ($1, $2, $3, $4)`,
      [caseId, organisationId, reference, memberId],
    );
    const seal = await keys.ofOrganisation(manager, organisationId);
    const record = seal.sealJson({ table: 'reports', column: 'record', row: reportId }, document);
    await manager.query(
      `INSERT INTO reports (id, organisation_id, case_id, entered_by, record, fingerprint)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [reportId, organisationId, caseId, memberId, record, digestOf(document)],
    );
    return { reportId, caseId, reference, organisationId };
  });
}

function editReport(
  { data, keys }: Services,
  { organisationId, reportId }: ReportPlace,
  document: ReportDocument,
): Promise<void> {
  return data.inOrganisation(organisationId, async (manager) => {
    const seal = await keys.ofOrganisation(manager, organisationId);
    const record = seal.sealJson({ table: 'reports', column: 'record', row: reportId }, document);
    await manager.query(
      `UPDATE reports SET record = $2, fingerprint = $3, match_revision = match_revision + 1,
         version = version + 1, updated_at = now() WHERE id = $1`,
      [reportId, record, digestOf(document)],
    );
  });
}

function digestOf(document: ReportDocument): Buffer {
  return createHash('sha256').update(JSON.stringify(document)).digest();
}

async function bring(
  imports: Imports,
  actor: Actor,
  collectionId: string,
  rows: readonly string[],
): Promise<{ from: string; to: string }> {
  const text = ['id,given_name,father_name,family_name,mother_name', ...rows].join('\n');
  const settings = {
    kind: 'entries',
    collectionId,
    mode: 'keep_good',
    dryRun: false,
    format: 'csv',
  } as const;
  const { id } = await imports.receive(actor, settings, bytesOf(text));
  await imports.apply(actor.organisationId, id);
  const { firstRevision, lastRevision } = await imports.read(actor, id);
  return { from: `${BigInt(firstRevision ?? 1) - 1n}`, to: `${lastRevision}` };
}

function appOf(database: TestDatabase) {
  @Module({
    imports: [
      ConfigModule.forRoot(toConfig(parseEnvironment({}))),
      PersistenceModule.forRoot({
        appUrl: database.urls.app,
        matcherUrl: database.urls.matcher,
        masterKey: database.masterKey,
      }),
      QueueModule.forRoot({
        kind: 'postgres',
        connectionString: database.urls.queue,
        schema: QUEUE_SCHEMA,
      }),
      CandidatesModule,
    ],
  })
  class App {}
  return App;
}
