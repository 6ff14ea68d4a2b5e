import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createOrganisation, type Actor, type MemberRole } from '@athar/access';
import { ConfigModule, parseEnvironment, toConfig } from '@athar/config';
import { PersistenceModule, ensureDataKey, withOwner } from '@athar/persistence';
import { GazetteerLoading, Holders, Places, PlacesModule } from '@athar/places';
import { startDatabase, type TestDatabase } from './database.js';

/** The gazetteer's services on a database of their own, as one process of the house has them. */
export interface PlacesApp {
  database: TestDatabase;
  places: Places;
  holders: Holders;
  loading: GazetteerLoading;
  /** The services of another process on the same database. */
  another(): Promise<Pick<PlacesApp, 'places' | 'stop'>>;
  /** A member of a new organisation. */
  member(...roles: MemberRole[]): Promise<Actor>;
  stop(): Promise<void>;
}

export async function startPlaces(): Promise<PlacesApp> {
  const database = await startDatabase();
  const context = await open(database);
  return {
    database,
    places: context.get(Places),
    holders: context.get(Holders),
    loading: context.get(GazetteerLoading),
    another: async () => {
      const other = await open(database);
      return { places: other.get(Places), stop: () => other.close() };
    },
    member: (...roles) => newMember(database, roles),
    stop: async () => {
      await context.close();
      await database.stop();
    },
  };
}

function open(database: TestDatabase) {
  return NestFactory.createApplicationContext(appOf(database), {
    logger: false,
    abortOnError: false,
  });
}

let made = 0;

function newMember(database: TestDatabase, roles: MemberRole[]): Promise<Actor> {
  return withOwner(database.urls.owner, async (manager) => {
    made += 1;
    const { id, members } = await createOrganisation(manager, {
      name: `Organisation ${made}`,
      phone: '+000 000 000',
      members: [{ label: 'member', roles }],
    });
    await ensureDataKey(manager, database.masterKey, id);
    return { memberId: members[0]?.id ?? '', organisationId: id, label: 'member', roles };
  });
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
      PlacesModule,
    ],
  })
  class App {}
  return App;
}
