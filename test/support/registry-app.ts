import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { createOrganisation, type Actor, type MemberRole } from '@athar/access';
import { ConfigModule, parseEnvironment, toConfig } from '@athar/config';
import { PersistenceModule, QUEUE_SCHEMA, ensureDataKey, withOwner } from '@athar/persistence';
import { QueueModule } from '@athar/queue';
import { Imports, type ImportErrorView, type ImportView, type NewImport } from '@athar/imports';
import {
  Collections,
  Entries,
  Registry,
  RegistryModule,
  Republication,
  type CollectionView,
  type NewCollection,
} from '@athar/registry';
import { startDatabase, type TestDatabase } from './database.js';

/** The registry's services on a database of their own, without HTTP and without a worker. */
export interface RegistryApp {
  database: TestDatabase;
  collections: Collections;
  entries: Entries;
  imports: Imports;
  registry: Registry;
  republication: Republication;
  context: INestApplicationContext;
  /** A member of a new organisation. */
  member(...roles: MemberRole[]): Promise<Actor>;
  collection(actor: Actor, settings?: Partial<NewCollection>): Promise<CollectionView>;
  /** Brings a file in, applies it where it is to be applied, gives how it ended. */
  bring(actor: Actor, collectionId: string, text: string, settings?: Settings): Promise<ImportView>;
  errorsOf(actor: Actor, importId: string): Promise<ImportErrorView[]>;
  /** Asks the database as its superuser. */
  ask<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

export type Settings = Partial<Omit<NewImport, 'collectionId'>>;

export async function startRegistry(): Promise<RegistryApp> {
  const database = await startDatabase();
  const context = await NestFactory.createApplicationContext(appOf(database), {
    logger: false,
    abortOnError: false,
  });
  const imports = context.get(Imports);
  const collections = context.get(Collections);
  const admin = new pg.Client({
    connectionString: database.adminUrl.replace(/[^/]*$/, 'athar_test'),
  });
  await admin.connect();
  return {
    database,
    context,
    collections,
    imports,
    entries: context.get(Entries),
    registry: context.get(Registry),
    republication: context.get(Republication),
    member: (...roles) => newMember(database, roles),
    collection: (actor, settings) =>
      collections.create(actor, {
        kind: 'photo_archive',
        title: 'Archive',
        custodian: 'Custodian',
        ...settings,
      }),
    bring: (actor, collectionId, text, settings) =>
      bring(imports, actor, { ...standard, ...settings, collectionId }, text),
    errorsOf: async (actor, importId) => (await imports.errors(actor, importId)).items,
    ask: async <Row extends object>(sql: string, parameters: unknown[] = []) =>
      (await admin.query<Row>(sql, parameters)).rows,
    stop: async () => {
      await admin.end();
      await context.close();
      await database.stop();
    },
  };
}

/** A CSV file whose good rows are kept. */
export const standard = {
  kind: 'entries',
  mode: 'keep_good',
  dryRun: false,
  format: 'csv',
} as const;

/** Bytes in small chunks, as an upload brings them. */
export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

async function bring(
  imports: Imports,
  actor: Actor,
  request: NewImport,
  text: string,
): Promise<ImportView> {
  const received = await imports.receive(actor, request, bytesOf(text));
  await imports.apply(actor.organisationId, received.id);
  return imports.read(actor, received.id);
}

let made = 0;

function newMember(database: TestDatabase, roles: MemberRole[]): Promise<Actor> {
  return withOwner(database.urls.owner, async (manager) => {
    made += 1;
    const created = await createOrganisation(manager, {
      name: `Organisation ${made}`,
      phone: '+000 000 000',
      members: [{ label: 'member', roles }],
    });
    await ensureDataKey(manager, database.masterKey, created.id);
    return {
      memberId: created.members[0]?.id ?? '',
      organisationId: created.id,
      label: 'member',
      roles,
    };
  });
}

function appOf(database: TestDatabase) {
  @Module({
    imports: [
      ConfigModule.forRoot(toConfig(parseEnvironment({ ATHAR_UPLOAD_LIMIT_MB: '1' }))),
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
      RegistryModule,
    ],
  })
  class App {}
  return App;
}
