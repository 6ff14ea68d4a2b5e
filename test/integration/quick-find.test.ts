import pg from 'pg';
import { documentOf, reportOf } from '../support/cases-app.js';
import { startHouse, type House } from '../support/house.js';
import { send } from '../support/http.js';

let house: House;
let caseworker: string;
let colleague: string;
let steward: string;
let stranger: string;

beforeAll(async () => {
  house = await startHouse({ withoutWorker: true });
  const own = await house.organisation(['caseworker'], ['coordinator'], ['steward']);
  [caseworker, colleague, steward] = own.members.map(({ id }) => id) as [string, string, string];
  stranger = (await house.organisation(['caseworker'])).members[0]?.id ?? '';
});
afterAll(() => house?.stop());

interface Item {
  id: string;
  is: string;
  texts: string[];
  stretches: { text: number; start: number; end: number }[];
}
interface Answer {
  lists: { list: string; items: Item[] }[];
  code?: string;
}

const ask = (as: string, body: object) =>
  send<Answer>(house.url, 'POST', '/api/quick-find', { as, body });

async function found(as: string, query: string, list = 'caseload'): Promise<Item[]> {
  const { body } = await ask(as, { query, lists: [list] });
  return body.lists[0]?.items ?? [];
}

async function take(as: string, full: string) {
  const document = documentOf({ person: { names: { full: [full] } } });
  const body = { ...reportOf(), ...document };
  const answer = await send<{
    id: string;
    caseId: string;
    reference: string;
    contacts: { id: string }[];
  }>(house.url, 'POST', '/api/reports', { as, body });
  return answer.body;
}

async function asOwner<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: house.database.urls.owner });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The letters that a list would highlight. */
const shown = ({ texts, stretches }: Item) =>
  stretches.map(({ text, start, end }) => texts[text]?.slice(start, end));

describe('the quick-find box', () => {
  it('finds the member’s own case while she types, in either script, and shows what met', async () => {
    const { caseId, reference } = await take(caseworker, 'زهير المخترعي');
    const [byName] = await found(caseworker, 'مخترع');
    expect(byName).toMatchObject({ id: caseId, is: 'open', texts: [reference, 'زهير المخترعي'] });
    expect(byName && shown(byName)).toEqual(['مخترع']);
    expect((await found(caseworker, 'zuhair')).map(({ id }) => id)).toEqual([caseId]);
    const [byReference] = await found(caseworker, reference.slice(0, 4));
    expect(byReference?.id).toBe(caseId);
    expect(await found(caseworker, 'nobody of this name')).toEqual([]);
  });

  it('shows nobody the cases that others work on, until a task makes them hers', async () => {
    const { caseId } = await take(colleague, 'قيس التجريبي');
    for (const member of [caseworker, stranger]) expect(await found(member, 'قيس')).toEqual([]);
    const task = {
      caseId,
      kind: 'other',
      dueOn: '2030-01-01',
      assignedTo: caseworker,
      note: 'Papers',
    };
    const made = await send(house.url, 'POST', '/api/tasks', {
      as: colleague,
      body: task,
    });
    expect(made.status).toBe(201);
    expect((await found(caseworker, 'قيس')).map(({ id }) => id)).toEqual([caseId]);
    expect(await found(stranger, 'قيس')).toEqual([]);
  });

  it('hides from intake that a review is under way', async () => {
    const { caseId } = await take(caseworker, 'بدر المثالي');
    await asOwner(`UPDATE athar.cases SET status = 'under_review' WHERE id = $1`, [caseId]);
    expect(await found(caseworker, 'بدر')).toMatchObject([{ id: caseId, is: 'open' }]);
  });

  it('no longer knows the name of a report that was withdrawn', async () => {
    const { caseId, reference, contacts } = await take(caseworker, 'نجم النموذجي');
    for (const { id } of contacts) {
      const body = { purposes: ['store_and_match'] };
      await send(house.url, 'POST', `/api/contacts/${id}/withdrawals`, { as: caseworker, body });
    }
    expect(await found(caseworker, 'نجم')).toEqual([]);
    expect((await found(caseworker, reference))[0]).toMatchObject({
      id: caseId,
      texts: [reference],
    });
  });

  it('looks through the lists that the member may read', async () => {
    const lists = async (as: string) =>
      (await ask(as, { query: 'a' })).body.lists.map(({ list }) => list);
    expect(await lists(caseworker)).toEqual(['caseload', 'places', 'holders']);
    expect(await lists(colleague)).toEqual(['caseload', 'places', 'holders', 'collections']);
    expect(await lists(steward)).toEqual(['places', 'holders', 'collections']);
    const refused = await ask(steward, { query: 'a', lists: ['caseload'] });
    expect(refused.status).toBe(403);
  });

  it('finds places, holders and collections, and what was added a moment ago', async () => {
    expect((await found(caseworker, 'homs', 'places'))[0]).toMatchObject({ is: 'governorate' });
    expect((await found(caseworker, 'فلسطين', 'holders'))[0]?.texts.join()).toContain('فلسطين');
    const holder = {
      code: 'xx-1',
      kind: 'other',
      nameAr: 'مخفر الابتكار',
      nameEn: 'Post of Invention',
    };
    const added = await send(house.url, 'POST', '/api/holders', { as: steward, body: holder });
    expect(added.status).toBe(201);
    expect((await found(caseworker, 'invention', 'holders'))[0]?.id).toBe('xx-1');
    const collection = { kind: 'other', title: 'Invented ledger', custodian: 'Nobody' };
    await send(house.url, 'POST', '/api/collections', { as: steward, body: collection });
    const [ledger] = await found(steward, 'ledger', 'collections');
    expect(ledger?.texts[0]).toBe('Invented ledger');
    await send(house.url, 'PATCH', `/api/collections/${ledger?.id}`, {
      as: steward,
      body: { title: 'Invented roll' },
      headers: { 'if-match': '"1"' },
    });
    expect((await found(steward, 'roll', 'collections'))[0]?.texts[0]).toBe('Invented roll');
  });

  it('records once which cases were shown to whom, and nowhere what was typed', async () => {
    const { caseId } = await take(caseworker, 'ليث الاختباري');
    const { body } = await ask(caseworker, { query: 'ليث', lists: ['caseload', 'places'] });
    const ids = body.lists[0]?.items.map(({ id }) => id);
    expect(ids).toContain(caseId);
    const [event] = await asOwner<{ member_id: string; detail: { ids: string[] } }>(
      `SELECT member_id, detail FROM athar.audit_events
       WHERE action = 'case.quick_found' ORDER BY at DESC, sequence DESC LIMIT 1`,
      [],
    );
    expect(event).toMatchObject({ member_id: caseworker, detail: { ids } });
    expect(house.logLines.join()).not.toContain('ليث');
  });
});
