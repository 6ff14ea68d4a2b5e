import type { HolderView, PlaceView, Recognition } from '@athar/places';
import { startHouse, type House } from '../support/house.js';
import { send } from '../support/http.js';

let house: House;
let steward: string;
let caseworker: string;

beforeAll(async () => {
  house = await startHouse({ withoutWorker: true });
  const { members } = await house.organisation(['steward'], ['caseworker']);
  [steward = '', caseworker = ''] = members.map((member) => member.id);
});
afterAll(() => house?.stop());

it('tells any member what it recognised, and keeps nothing of the text', async () => {
  const answer = await send<Recognition>(house.url, 'POST', '/api/places/recognise', {
    as: caseworker,
    body: { text: 'أُخذ من حي جوبر بدمشق إلى فرع فلسطين 235' },
  });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    places: [{ code: 'SY01', level: 'governorate' }],
    holders: [{ code: 'mi-235', number: '235', parents: [{ code: 'mi' }] }],
  });
  const nobody = await send(house.url, 'POST', '/api/places/recognise', { body: { text: 'حمص' } });
  expect(nobody.status).toBe(403);
});

it('lets a steward correct a holder by its ETag, and nobody else', async () => {
  const address = '/api/holders/mi-290';
  const read = await send<HolderView>(house.url, 'GET', address, { as: caseworker });
  const headers = { 'if-match': read.headers.get('etag') ?? '' };
  const body = { spellings: [...read.body.spellings, 'فرع مخترع في حلب'] };
  const refused = await send(house.url, 'PATCH', address, { as: caseworker, headers, body });
  expect(refused.status).toBe(403);
  const changed = await send<HolderView>(house.url, 'PATCH', address, {
    as: steward,
    headers,
    body,
  });
  expect(changed.body).toMatchObject({ version: 2, spellings: body.spellings });
  const again = await send(house.url, 'PATCH', address, { as: steward, headers, body });
  expect(again.status).toBe(412);
});

it('adds a place once, and answers unknown codes as such', async () => {
  const body = {
    code: 'village-9',
    level: 'locality',
    nameAr: 'قرية مخترعة',
    nameEn: 'Invented village',
    parent: 'SY0404',
  };
  const made = await send<PlaceView>(house.url, 'POST', '/api/places', { as: steward, body });
  expect([made.status, made.headers.get('location')]).toEqual([201, '/api/places/village-9']);
  const twice = await send(house.url, 'POST', '/api/places', { as: steward, body });
  expect(twice.status).toBe(409);
  const unknown = await send(house.url, 'GET', '/api/places/nowhere', { as: caseworker });
  expect(unknown.status).toBe(404);
});
