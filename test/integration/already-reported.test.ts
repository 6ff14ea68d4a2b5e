import { startApi, type RunningApi } from '../../apps/api/src/index.js';
import type { ReportedBefore } from '@athar/candidates';
import { parseEnvironment, toConfig } from '@athar/config';
import { JsonLogger } from '@athar/diagnostics';
import { QUEUE_SCHEMA } from '@athar/persistence';
import {
  inArabic,
  inLatin,
  startDuplicates,
  type DuplicateOffice,
} from '../support/duplicate-office.js';
import { send } from '../support/http.js';

let house: DuplicateOffice;

beforeAll(async () => {
  house = await startDuplicates();
});
afterAll(() => house?.app.stop());
beforeEach(() => house.app.ask(`UPDATE reports SET state = 'withdrawn'`));

const check = (person = inLatin, actor = house.office.caseworker, withProbability = false) =>
  house.app.alreadyReported.check(actor, {
    document: { person },
    locale: 'en',
    withProbability,
  });

describe('the check before a report is saved', () => {
  it('finds the person in the other script and says what agrees, without a probability', async () => {
    const { app, office } = house;
    const place = await app.report(office.caseworker, inArabic);
    await app.report(office.caseworker, { names: { given: 'ليان', father: 'صقر' } });
    const [found, ...more] = await check();
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      reportId: place.reportId,
      caseReference: place.reference,
      enteredBy: office.caseworker.memberId,
      names: inArabic.names,
      band: 'strong',
    });
    expect(found).not.toHaveProperty('probability');
    expect(found?.parts.filter(({ kind }) => kind === 'name').length).toBeGreaterThan(1);
    expect(found?.parts.every(({ sentence }) => sentence.length > 5)).toBe(true);
    const [asked] = await check(inLatin, office.coordinator, true);
    expect(asked?.probability).toBeGreaterThan(0.9);
  });

  it('sees at once what was entered, edited and withdrawn', async () => {
    const { app, office } = house;
    expect(await check()).toEqual([]);
    const place = await app.report(office.caseworker, inArabic);
    expect(await check()).toHaveLength(1);
    await app.edit(place, { names: { given: 'ليان', father: 'صقر', family: 'العنابي' } });
    expect(await check()).toEqual([]);
    await app.edit(place, inArabic);
    expect(await check()).toHaveLength(1);
    await app.ask(`UPDATE reports SET state = 'withdrawn' WHERE id = $1`, [place.reportId]);
    expect(await check()).toEqual([]);
  });

  it('misses nothing that commits late', async () => {
    const { app, office } = house;
    const place = await app.report(office.caseworker, inArabic);
    const { reportId } = place;
    await app.ask(`UPDATE reports SET state = 'withdrawn' WHERE id = $1`, [reportId]);
    await app.ask('BEGIN');
    await app.ask(`UPDATE reports SET state = 'open' WHERE id = $1`, [reportId]);
    await app.report(office.caseworker, { names: { given: 'ليان', father: 'صقر' } });
    expect(await check()).toEqual([]);
    await app.ask('COMMIT');
    expect(await check()).toMatchObject([{ reportId }]);
  });

  it('never meets another organisation’s reports, nor an entry of an archive', async () => {
    const { app, office } = house;
    const stranger = await app.office();
    await app.report(stranger.caseworker, inArabic);
    const collectionId = await app.collection(office.third);
    await app.entries(office.third, collectionId, 'a,شاهين,قمر,الظريفاني,بدرية');
    expect(await check()).toEqual([]);
    expect(await check(inLatin, stranger.caseworker)).toHaveLength(1);
    expect(await check()).toEqual([]);
  });

  it('keeps nothing but that the reports shown were read', async () => {
    const { app, office } = house;
    const place = await app.report(office.caseworker, inArabic);
    const counted = () =>
      app.ask(`SELECT (SELECT count(*) FROM reports) AS reports, (SELECT count(*) FROM cases) AS cases,
        (SELECT count(*) FROM duplicates) AS pairs, (SELECT count(*) FROM candidates) AS candidates`);
    const before = await counted();
    await check();
    expect(await counted()).toEqual(before);
    const [event] = await app.ask<{ action: string; detail: object }>(
      `SELECT action, detail FROM audit_events WHERE organisation_id = $1
       ORDER BY sequence DESC LIMIT 1`,
      [office.organisationId],
    );
    expect(event).toEqual({ action: 'reports.checked', detail: { reports: [place.reportId] } });
  });

  it('is refused without a name, which would look like nobody having reported', async () => {
    for (const names of [{}, { given: 'مجهول' }]) {
      await expect(check({ names })).rejects.toMatchObject({
        ...{ code: 'nobody-to-check', kind: 'invalid' },
        problems: [{ field: '/person/names', code: 'name-missing' }],
      });
    }
  });

  it('is for who takes reports in', async () => {
    await expect(check(inLatin, house.office.first)).rejects.toMatchObject({
      code: 'role-missing',
    });
  });
});

describe('the check over HTTP', () => {
  let api: RunningApi;
  const lines: string[] = [];

  beforeAll(async () => {
    const { urls, masterKey } = house.app.database;
    api = await startApi(
      {
        config: toConfig(parseEnvironment({ NODE_ENV: 'test', ATHAR_PORT: '0' })),
        persistence: { appUrl: urls.app, matcherUrl: urls.matcher, masterKey },
        queue: { kind: 'postgres', connectionString: urls.queue, schema: QUEUE_SCHEMA },
      },
      new JsonLogger('debug', { write: (line: string) => void lines.push(line) }),
    );
  });
  afterAll(() => api?.close());

  it('takes a part of a report and leaves no name in the log', async () => {
    const { app, office } = house;
    const place = await app.report(office.caseworker, inArabic);
    const ask = (as: string) =>
      send<{ items: ReportedBefore[] }>(api.url, 'POST', '/api/reports/check?locale=en', {
        as,
        body: { person: inLatin },
      });
    const answer = await ask(office.caseworker.memberId);
    expect(answer).toMatchObject({ status: 200, body: { items: [{ reportId: place.reportId }] } });
    expect((await ask(office.first.memberId)).status).toBe(403);
    expect(lines.join('\n')).not.toMatch(/Zarifani|الظريفاني/);
  });
});
