import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seedHolders, seedPlaces } from '@athar/places';
import { DemoClient } from '../../apps/cli/src/demo/demo-client.js';
import { inventPopulation } from '../../apps/cli/src/demo/population.js';
import { severalAtOnce } from '../../apps/cli/src/demo/in-turn.js';
import { startService, type AtharService } from '../support/athar-service.js';
import { startMailCatcher, type MailCatcher } from '../support/mail.js';
import { describeWithRedis, startRedis, type RedisServer } from '../support/servers.js';
import { searchableParts, textsFoundBelow } from '../support/text-search.js';

const population = inventPopulation(60, 40, 11);
const note = 'an invented note about an invented relative';
const signal = new AbortController().signal;

async function until<T>(seconds: number, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await pause(50);
  }
}

/** The text of a letter of one part, as its reader sees it. */
function textOf(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (!/^content-transfer-encoding: base64/im.test(head)) return text;
  return Buffer.from(text, 'base64').toString('utf8');
}

/** Position of a report whose person is in the registry, with three name parts on both sides. */
function documentedReport(): number {
  const { reports, registry, truth, nameParts } = population.simulation;
  return reports.findIndex((row, index) => {
    const entry = truth.find((pair) => pair.report_id === row.id)?.entry_id;
    const place = registry.findIndex((one) => one.id === entry);
    return (nameParts.reports[index] ?? 0) >= 3 && (nameParts.registry[place] ?? 0) >= 3;
  });
}

/**
 * Names of places and of who held people lie in the clear, and people are named after places: such a
 * word, also within another (خطيب in الخطيب), would be found in any case.
 */
const gazetteer = [...seedPlaces, ...seedHolders]
  .flatMap(({ nameAr, nameEn, spellings, weak }) => [nameAr, nameEn, ...spellings, ...weak])
  .join('\n');
const isInGazetteer = (text: string): boolean => gazetteer.includes(text);

/** Everything that families and the archive say, with the words of it that files are searched for. */
function whatIsSearched(): { texts: string[]; searched: string[] } {
  const { reports, registry, relatives } = population.simulation;
  const rows = [...reports, ...registry];
  const texts = [
    ...relatives.map(({ name }) => name),
    ...rows.flatMap((row) => [
      row.name,
      row.name_arabic,
      row.given_name,
      row.father_name,
      row.family_name,
      row.mother_name,
      ...row.known_as.split(';'),
      ...row.marks.split(';'),
    ]),
  ].filter((text) => text !== '');
  const contacts = relatives.flatMap(({ phone, email }) => [phone, email]);
  const secrets = [note, 'relative@example.invalid', ...searchableParts(texts), ...contacts];
  const searched = secrets.filter((text) => text !== '' && !isInGazetteer(text));
  return { texts, searched: [...new Set(searched)] };
}

interface State {
  state: string;
  id: string;
}

describe('a whole run of the embedded service', () => testWholeRun(false));
describeWithRedis('a whole run with the queue on Redis', () => testWholeRun(true));

function testWholeRun(onRedis: boolean): void {
  let folder: string;
  let mail: MailCatcher;
  let redis: RedisServer | undefined;
  let athar: AtharService;
  let as: (label: string) => DemoClient;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'athar-test-run-'));
    mail = await startMailCatcher();
    redis = onRedis ? await startRedis() : undefined;
    athar = startService(['start'], {
      ATHAR_DATA: join(folder, 'data'),
      ATHAR_PORT: '0',
      ATHAR_LOG_LEVEL: 'trace',
      SMTP_URL: mail.url,
      ...(redis ? { REDIS_URL: redis.url } : {}),
    });
    const [, url = ''] = await athar.printed(/The API page: (\S+)\/api\/docs/);
    const members = athar.output().stderr;
    as = (label) => {
      const [, id = ''] = new RegExp(`([0-9a-f-]{36})  ${label} `).exec(members) ?? [];
      return new DemoClient(url, id, signal);
    };
  });

  afterAll(async () => {
    athar?.child.kill('SIGKILL');
    await redis?.stop();
    await mail?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('brings an archive in, bad rows apart', async () => {
    const steward = as('steward-1');
    const { id } = await steward.post<State>('/collections', {
      kind: 'photo_archive',
      title: 'Invented photo archive',
      custodian: 'Nobody',
    });
    const path = `/collections/${id}/imports?format=csv&mode=keep_good`;
    const begun = await steward.upload<State>(path, 'text/csv', population.registryFile());
    const ended = await until(30, async () => {
      const view = await steward.get<State & { counts: object }>(`/imports/${begun.id}`);
      return view.state === 'applied' ? view : undefined;
    });
    expect(ended.counts).toMatchObject({ rows: 40, bad: 0, added: 40 });
  });

  it('proposes candidates within 2 s of a report, and its relative gets the sentence', async () => {
    const caseworker = as('caseworker-1');
    const report = structuredClone(population.reports[documentedReport()]);
    const contact = report?.contacts[0];
    if (!report || !contact) throw new Error('The population has no true pair.');
    Object.assign(contact, { email: 'relative@example.invalid', language: 'ar', note });
    Object.assign(contact, {
      consents: ['store_and_match', 'message_email'].map((purpose) => ({
        purpose,
        givenOn: '2026-01-15',
        way: 'in_person',
      })),
    });
    const entered = await caseworker.post<State & { caseId: string; reference: string }>(
      '/reports',
      report,
    );
    const answered = Date.now();
    await until(10, async () => {
      const { items } = await as('reviewer-1').get<{ items: { reportId: string }[] }>(
        `/cases/${entered.caseId}/candidates`,
      );
      return items.length > 0 ? items : undefined;
    });
    expect(Date.now() - answered).toBeLessThan(2000);
    const letter = await until(10, () => Promise.resolve(mail.letters[0]));
    expect(letter.to).toEqual(['relative@example.invalid']);
    expect(textOf(letter.raw)).toContain(entered.reference);
    expect(textOf(letter.raw)).toContain('سُجّل طلبكم');
    await until(5, async () => {
      const { items } = await caseworker.get<{ items: State[] }>('/messages');
      return items[0]?.state === 'sent' ? items : undefined;
    });
  });

  it('takes in many reports and refuses bad ones', async () => {
    const caseworker = as('caseworker-1');
    await severalAtOnce(population.reports.slice(0, 50), 4, (report) =>
      caseworker.post('/reports', report),
    );
    const bad = { ...population.reports[0], contacts: [] };
    await expect(caseworker.post('/reports', bad)).rejects.toMatchObject({ code: 'api-refused' });
    await until(30, async () => {
      const { reports } = await as('coordinator-1').get<{ reports: { waiting: number } }>(
        '/matching',
      );
      return reports.waiting === 0 ? reports : undefined;
    });
  });

  it('ends cleanly on SIGTERM', async () => {
    athar.child.kill('SIGTERM');
    expect(await athar.ended()).toEqual({ code: 0, signal: null });
  });

  it('left no name, phone or note in any file of the data folder or in any line printed', async () => {
    const { texts, searched } = whatIsSearched();
    expect(searched.length).toBeGreaterThan(400);
    // A whole name is searched even where a word of it stands in the gazetteer.
    const names = texts.filter((text) => text.split(/\s+/).length > 1);
    expect(names.some((name) => searchableParts([name]).some(isInGazetteer))).toBe(true);
    expect(searched).toEqual(expect.arrayContaining(names));
    const data = join(folder, 'data');
    // The search can find something: the collection's title is no secret.
    expect(textsFoundBelow(data, ['Invented photo archive'])).toHaveLength(1);
    expect(textsFoundBelow(data, searched)).toEqual([]);
    const { stdout, stderr } = athar.output();
    const printed = stdout + stderr;
    expect(printed).toContain('"level"');
    expect(searched.filter((secret) => printed.includes(secret))).toEqual([]);
  });
}
