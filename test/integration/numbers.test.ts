import type { Actor } from '@athar/access';
import { NumberSearch, NumberWithoutDigits, Readings, type NumberHit } from '@athar/registry';
import { startRegistry, type RegistryApp } from '../support/registry-app.js';

let app: RegistryApp;
let search: NumberSearch;
let steward: Actor;
let reviewer: Actor;

beforeAll(async () => {
  app = await startRegistry();
  search = app.context.get(NumberSearch);
  steward = await app.member('steward');
  reviewer = await app.member('reviewer');
});
afterAll(() => app?.stop());

async function collectionOf(...rows: string[]): Promise<string> {
  const { id } = await app.collection(steward);
  const header = 'id,detainee_number,number_read_on,other_numbers,branch,photo_dates';
  await app.bring(steward, id, [header, ...rows].join('\n'));
  return id;
}

async function hits(number: string, collectionId?: string, actor = reviewer): Promise<NumberHit[]> {
  return (await search.search(actor, { number, collectionId, reason: 'review' })).hits;
}

const told = (found: readonly NumberHit[]) =>
  found.map(({ number, likeness, confusion }) => [
    number,
    likeness,
    confusion && `${confusion.asked}>${confusion.found}`,
  ]);

describe('a search by number', () => {
  it('finds the number in any shape first, then one confusion, and no two', async () => {
    const id = await collectionOf(
      'a,٢٣٤٥,card,,215,2013-05-01',
      'b,3345,limb,,,',
      'c,3445,card,,,',
      'd,٢٣٤٥ب,card,,,',
      'e,x,,23405; 9,,',
      'f,2340,,,,',
    );
    expect(told(await hits('٢٣-٤٥', id))).toEqual([
      ['٢٣٤٥', 'same', null],
      ['٢٣٤٥ب', 'other_letter', null],
      ['3345', 'confused', '2>3'],
      ['23405', 'confused', '>0'],
      ['2340', 'confused', '5>0'],
    ]);
    const [first] = await hits('2345', id);
    expect(first).toMatchObject({ readOn: 'card', branch: '215', photoDates: ['2013-05-01'] });
  });

  it('is narrowed by where the number was read', async () => {
    const id = await collectionOf('a,71,card,,,', 'b,71,limb,,,');
    const asked = { number: '71', collectionId: id, readOn: 'limb', reason: 'review' } as const;
    expect((await search.search(reviewer, asked)).hits.map((hit) => hit.readOn)).toEqual(['limb']);
  });

  it('follows a corrected row', async () => {
    const id = await collectionOf('a,61111,,,,');
    await app.bring(steward, id, 'id,detainee_number\na,62222');
    expect(await hits('61111', id)).toEqual([]);
    expect(told(await hits('62222', id))).toEqual([['62222', 'same', null]]);
  });

  it('tells what one person has read only when a second has read it too', async () => {
    const id = await collectionOf('a,5,,,,');
    const [entry] = await hits('5', id);
    const readings = app.context.get(Readings);
    const numbers = [{ value: '٩٩٨', readOn: 'card' as const }];
    const read = { names: {}, numbers, confidence: 0.5 };
    await readings.read(await app.member('reviewer'), entry?.entryId ?? '', read);
    expect(await hits('998', id)).toEqual([]);
    expect(await hits('997', id, steward)).toEqual([]);
    await readings.read(await app.member('reviewer'), entry?.entryId ?? '', read);
    expect(told(await hits('997', id))).toEqual([['٩٩٨', 'confused', '7>8']]);
  });

  it('finds entries under embargo for stewards only', async () => {
    const id = await collectionOf('a,4712,,,,');
    await app.collections.update(steward, id, 1, { mayMatch: false });
    expect(await hits('4712', id)).toEqual([]);
    expect(await hits('4712', id, steward)).toHaveLength(1);
  });

  it('gives 50 and says that there are more', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `r${at},8123,,,b${at},`);
    const id = await collectionOf(...rows);
    const asked = { number: '8123', collectionId: id, reason: 'review' } as const;
    const answer = await search.search(reviewer, asked);
    expect([answer.hits.length, answer.more]).toEqual([50, true]);
  });

  it('is for stewards and reviewers, and recorded without the number', async () => {
    await expect(hits('1', undefined, await app.member('caseworker'))).rejects.toMatchObject({
      code: 'role-missing',
    });
    await expect(hits('ب')).rejects.toThrow(NumberWithoutDigits);
    await hits('135797531');
    const [row] = await app.ask<{ count: number; text: string }>(
      `SELECT count(*)::int AS count, string_agg(detail::text, '') AS text FROM athar.audit_events
       WHERE action = 'entries.searched-by-number'`,
    );
    expect(row?.count).toBeGreaterThan(0);
    expect(row?.text).not.toContain('135797531');
  });
});
