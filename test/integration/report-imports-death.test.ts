import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@athar/access';
import { Imports, type NewImport } from '@athar/imports';
import { startCases, type CasesApp } from '../support/cases-app.js';
import { fileOf } from '../support/report-files.js';

let app: CasesApp;
let context: INestApplicationContext;
let caseworker: Actor;

beforeAll(async () => {
  app = await startCases();
  context = await app.twin();
  caseworker = await app.member({ roles: ['caseworker'] });
});
afterAll(() => app?.stop());

const request: NewImport = { kind: 'reports', mode: 'keep_good', dryRun: false, format: 'csv' };
const rows = Array.from({ length: 530 }, (_, at) => ({
  id: `d-${at}`,
  name: `Placeholder ${at}`,
  contact_name: 'Relative Placeholder',
  contact_phone: '+963 0000 00000',
  consents: 'store call',
  consent_date: '2026-03-01',
  consent_way: 'phone',
}));

const standing = () =>
  app.ask<{ reports: number; sources: number; calls: number; created: number }>(
    `SELECT (SELECT count(*)::int FROM athar.reports) AS reports,
            (SELECT count(*)::int FROM athar.report_sources) AS sources,
            (SELECT count(*)::int FROM athar.tasks) AS calls,
            (SELECT count(*)::int FROM athar.audit_events WHERE action = 'report.created') AS created`,
  );

it('a worker that dies between two chunks loses no report and doubles none', async () => {
  const imports = context.get(Imports);
  const file = await fileOf('csv', rows);
  const { id } = await imports.receive(caseworker, request, Readable.from([file]));
  const death = new AbortController();
  const first = imports.apply(
    caseworker.organisationId,
    id,
    () => Promise.resolve(death.abort(new Error('died'))),
    death.signal,
  );
  await expect(first).rejects.toThrow('died');
  expect(await standing()).toEqual([{ reports: 500, sources: 500, calls: 500, created: 500 }]);
  await imports.apply(caseworker.organisationId, id);
  await imports.apply(caseworker.organisationId, id);
  expect(await standing()).toEqual([{ reports: 530, sources: 530, calls: 530, created: 530 }]);
  expect((await imports.read(caseworker, id)).counts).toMatchObject({ added: 530, bad: 0 });
});
