import { setTimeout as pause } from 'node:timers/promises';
import type { TaskView } from '@athar/cases';
import { contactOf, reportOf } from '../support/cases-app.js';
import { startHouse, type House } from '../support/house.js';
import { send, type RequestOptions } from '../support/http.js';

const names = { given: 'زيدون', father: 'مثالي', family: 'المخترع', mother: 'نموذجة' };
const DAY = 86_400_000;

let house: House;
let member: string;
let reviewer: string;

beforeAll(async () => {
  house = await startHouse();
  const { members } = await house.organisation(['caseworker', 'steward'], ['reviewer']);
  [member, reviewer] = members.map(({ id }) => id) as [string, string];
});
afterAll(() => house?.stop());

const call = async <Body>(method: string, path: string, options: RequestOptions = {}) =>
  (await send<Body>(house.url, method, `/api/${path}`, { as: member, ...options })).body;

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await pause(50);
  }
}

/** Brings one entry in and waits until it can be matched. */
async function bringEntry(): Promise<void> {
  const collection = { kind: 'photo_archive', title: 'Archive', custodian: 'Nobody' };
  const { id } = await call<{ id: string }>('POST', 'collections', { body: collection });
  const row = ['1', names.given, names.father, names.family, names.mother].join(',');
  const csv = `id,given_name,father_name,family_name,mother_name\n${row}\n`;
  const path = `collections/${id}/imports?format=csv&mode=keep_good`;
  const response = await fetch(`${house.url}/api/${path}`, {
    method: 'POST',
    headers: { 'x-athar-member': member, 'content-type': 'text/csv' },
    body: csv,
  });
  const begun = (await response.json()) as { id: string };
  await until(async () => {
    const { state } = await call<{ state: string }>('GET', `imports/${begun.id}`);
    return state === 'applied' ? state : undefined;
  });
}

async function take(person: typeof names): Promise<{ caseId: string; reference: string }> {
  const consents = (['store_and_match', 'message_call'] as const).map((purpose) => ({
    purpose,
    givenOn: '2026-03-01',
    way: 'phone' as const,
  }));
  const body = reportOf({ person: { names: person }, contacts: [contactOf({ consents })] });
  return call('POST', 'reports', { body });
}

/** What a caseworker sees of the call, without what tells any two calls apart. */
async function callFor({ caseId, reference }: { caseId: string; reference: string }) {
  const { items } = await call<{ items: TaskView[] }>('GET', `tasks?caseId=${caseId}`);
  return items.map((task) => ({
    ...task,
    ...{ id: '', caseId: '', reference: '', contactId: '', createdAt: '' },
    contact: { ...task.contact, id: '' },
    sentence: task.sentence?.replace(reference, ''),
    dueOn: (Date.parse(task.dueOn) - Date.parse(task.createdAt.slice(0, 10))) / DAY,
  }));
}

describe('the call that follows a registration', () => {
  it('is the same, on the same day, whether or not an entry fits the report', async () => {
    await bringEntry();
    const fitting = await take(names);
    const other = await take({ given: 'نزار', father: 'خيالي', family: 'الآخر', mother: 'سوسن' });
    await until(async () => {
      const path = `cases/${fitting.caseId}/candidates`;
      const { items } = await call<{ items: object[] }>('GET', path, { as: reviewer });
      return items.length > 0 ? items : undefined;
    });
    const calls = await callFor(fitting);
    expect(calls).toMatchObject([{ kind: 'call', state: 'open', dueOn: 1 }]);
    expect(calls).toEqual(await callFor(other));
  });
});
