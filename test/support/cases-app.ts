import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { createOrganisation, memberRoles, type Actor, type MemberRole } from '@athar/access';
import {
  CaseDetails,
  CaseLinks,
  CaseStatus,
  Cases,
  CasesModule,
  ContactAdding,
  ContactWork,
  FollowUps,
  ReportEditing,
  ReportIntake,
  ReportReading,
  Reports,
  TaskReading,
  TaskWork,
  Withdrawals,
  type NewReport,
  type ReportDocument,
} from '@athar/cases';
import { ConfigModule, parseEnvironment, toConfig } from '@athar/config';
import type { NewContact } from '@athar/families';
import { Messages, NotificationsModule, OutgoingMessages } from '@athar/notifications';
import {
  Database,
  PersistenceModule,
  QUEUE_SCHEMA,
  ensureDataKey,
  withOwner,
} from '@athar/persistence';
import { QueueModule } from '@athar/queue';
import { startDatabase, type TestDatabase } from './database.js';

/** The services of cases and notifications on a database of their own, without HTTP and worker. */
export interface CasesApp {
  database: TestDatabase;
  transactions: Database;
  intake: ReportIntake;
  editing: ReportEditing;
  reading: ReportReading;
  reports: Reports;
  cases: Cases;
  status: CaseStatus;
  withdrawals: Withdrawals;
  links: CaseLinks;
  followUps: FollowUps;
  details: CaseDetails;
  tasks: TaskReading;
  taskWork: TaskWork;
  contactWork: ContactWork;
  contactAdding: ContactAdding;
  messages: Messages;
  outgoing: OutgoingMessages;
  /** A member of a new organisation, with all roles where none is named. */
  member(options?: { roles?: MemberRole[]; discreet?: boolean }): Promise<Actor>;
  /** Asks the database as its superuser. */
  ask<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Another process on the same database. */
  twin(): Promise<INestApplicationContext>;
  stop(): Promise<void>;
}

/** @param smtpUrl left out: no mail server is configured. */
export async function startCases(smtpUrl?: string): Promise<CasesApp> {
  const database = await startDatabase();
  const open = () =>
    NestFactory.createApplicationContext(appOf(database, smtpUrl), {
      logger: false,
      abortOnError: false,
    });
  const context = await open();
  const twins: INestApplicationContext[] = [];
  const admin = new pg.Client({
    connectionString: database.adminUrl.replace(/[^/]*$/, 'athar_test'),
  });
  await admin.connect();
  return {
    database,
    transactions: context.get(Database),
    intake: context.get(ReportIntake),
    editing: context.get(ReportEditing),
    reading: context.get(ReportReading),
    reports: context.get(Reports),
    cases: context.get(Cases),
    status: context.get(CaseStatus),
    withdrawals: context.get(Withdrawals),
    links: context.get(CaseLinks),
    followUps: context.get(FollowUps),
    details: context.get(CaseDetails),
    tasks: context.get(TaskReading),
    taskWork: context.get(TaskWork),
    contactWork: context.get(ContactWork),
    contactAdding: context.get(ContactAdding),
    messages: context.get(Messages),
    outgoing: context.get(OutgoingMessages),
    member: (options) => newMember(database, options),
    ask: async <Row extends object>(sql: string, parameters: unknown[] = []) =>
      (await admin.query<Row>(sql, parameters)).rows,
    twin: async () => {
      const twin = await open();
      twins.push(twin);
      return twin;
    },
    stop: async () => {
      await admin.end();
      for (const one of [context, ...twins]) await one.close();
      await database.stop();
    },
  };
}

/** A relative who agrees to everything that e-mail needs. */
export function contactOf(changes: Partial<NewContact> = {}): NewContact {
  return {
    name: 'Relative Placeholder',
    relationship: 'mother',
    language: 'ar',
    phone: '+000 111 222',
    email: 'relative@example.org',
    note: 'Calls from a neighbour’s phone',
    consents: [
      { purpose: 'store_and_match', givenOn: '2026-03-01', way: 'in_person' },
      { purpose: 'message_email', givenOn: '2026-03-01', way: 'in_person' },
    ],
    ...changes,
  };
}

/** What an invented relative says. */
export function documentOf(changes: Partial<ReportDocument> = {}): ReportDocument {
  return {
    person: {
      names: { given: 'Zayd', father: 'Example', family: 'Placeholder' },
      birthDate: '1987~',
    },
    lastSeen: { date: '2013-11', source: 'first_hand', place: 'Market' },
    circumstances: 'Left for work and did not return',
    ...changes,
  };
}

/** An invented report with one relative. */
export function reportOf(changes: Partial<NewReport> = {}): NewReport {
  return { ...documentOf(), contacts: [contactOf()], ...changes };
}

let made = 0;

function newMember(
  database: TestDatabase,
  { roles = [...memberRoles], discreet = false }: { roles?: MemberRole[]; discreet?: boolean } = {},
): Promise<Actor> {
  return withOwner(database.urls.owner, async (manager) => {
    made += 1;
    const created = await createOrganisation(manager, {
      name: `Organisation ${made}`,
      phone: '+000 000 000',
      discreet,
      members: [{ label: 'member', roles }],
    });
    await ensureDataKey(manager, database.masterKey, created.id);
    const memberId = created.members[0]?.id ?? '';
    return { memberId, organisationId: created.id, label: 'member', roles };
  });
}

function appOf(database: TestDatabase, smtpUrl: string | undefined) {
  const environment = { SMTP_URL: smtpUrl, MAIL_FROM: 'athar@mail.example.org' };
  @Module({
    imports: [
      ConfigModule.forRoot(toConfig(parseEnvironment(environment))),
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
      CasesModule,
      NotificationsModule,
    ],
  })
  class App {}
  return App;
}
