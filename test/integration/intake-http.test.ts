import { randomUUID } from 'node:crypto';
import { contactOf, documentOf, reportOf } from '../support/cases-app.js';
import { startHouse, type House } from '../support/house.js';
import { send, type RequestOptions } from '../support/http.js';

let house: House;
let caseworker: string;
let reviewer: string;
let stranger: string;

beforeAll(async () => {
  house = await startHouse({ withoutWorker: true });
  const own = await house.organisation(['caseworker'], ['reviewer']);
  [caseworker, reviewer] = own.members.map(({ id }) => id) as [string, string];
  const other = await house.organisation(['caseworker', 'coordinator', 'reviewer']);
  stranger = other.members[0]?.id ?? '';
});
afterAll(() => house?.stop());

interface Resource {
  id: string;
  caseId: string;
  contacts: { id: string }[];
}

interface Problem {
  code: string;
  problems?: { field: string; code: string }[];
}

const call = <Body>(method: string, path: string, options: RequestOptions = {}) =>
  send<Body>(house.url, method, `/api/${path}`, { as: caseworker, ...options });

const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } });

const take = async () => (await call<Resource>('POST', 'reports', { body: reportOf() })).body;

describe('a report with all that a relative can tell', () => {
  const source = 'hearsay' as const;
  const whole = documentOf({
    person: {
      names: {
        given: 'محمد',
        secondGiven: 'علي',
        father: 'Example',
        mother: 'Specimen',
        motherFamily: 'Instance',
        husband: 'Sample',
      },
      alternatives: [{ names: { family: 'الحمصي' }, source, kind: 'other_family', note: 'Uncles' }],
      papers: { registerPlace: 'Hama', registerNumber: '77', nationalNumber: '000' },
      birthDate: '1987',
      birthPlace: 'Hama',
      detaineeNumber: '1234',
      otherNumbers: [{ value: '77', source, givenBy: 'Branch 215' }],
      sources: { birthDate: 'official', marks: source },
    },
    lastSeen: { date: '2013-11', source, place: 'Market' },
    arrest: { date: '2013-05', source, by: 'Branch 215' },
    sightings: [{ date: '2014', place: 'Prison', by: 'A cellmate', source, note: 'Ill' }],
    witnesses: [{ name: 'W', relation: 'cellmate', what: 'Saw him', source, contactable: true }],
    belongings: [{ what: 'Blue coat', source }],
  });

  it('is answered as it was told, with what contradicts itself', async () => {
    const { status, body } = await call<Resource>('POST', 'reports', {
      body: { ...whole, contacts: [contactOf()] },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...whole,
      warnings: [
        { field: '/arrest/date', code: 'arrested-before-last-seen', against: '/lastSeen/date' },
      ],
    });
    const again = await call<Resource>('GET', `reports/${body.id}`);
    expect(again.body).toEqual(body);
    const list = await call('GET', `reports?caseId=${body.caseId}`);
    expect(JSON.stringify(list.body)).toContain('الحمصي');
    expect(JSON.stringify(list.body)).not.toContain('registerNumber');
  });

  it('shows beside each free text which places and holders it names', async () => {
    const place = 'قرب جامع في حمص';
    const { body } = await call<{
      recognised: { field: string; places: object[]; holders: object[] }[];
    }>('POST', 'reports', {
      body: {
        ...reportOf({ lastSeen: { source, place } }),
        arrest: { source, by: '215' },
        detentions: [{ place: 'somewhere unheard of', source }],
      },
    });
    expect(body.recognised.map(({ field }) => field)).toEqual(['/lastSeen/place', '/arrest/by']);
    expect(body.recognised[0]?.places).toMatchObject([{ nameAr: 'حمص' }]);
    expect(body.recognised[1]?.holders).toMatchObject([{ number: '215' }]);
  });

  it('is refused where it speaks of days to come', async () => {
    const body = { ...reportOf(), arrest: { date: '2999-01-01', source } };
    const answer = await call<Problem>('POST', 'reports', { body });
    expect([answer.status, answer.body.problems]).toMatchObject([
      422,
      [{ field: '/arrest/date', code: 'in-the-future' }],
    ]);
  });
});

describe('work on a case over HTTP', () => {
  it('links two cases and takes the link away', async () => {
    const [one, other] = [await take(), await take()];
    const body = { otherCaseId: other.caseId, kind: 'cousin_of', source: 'first_hand' };
    const path = `cases/${one.caseId}/links`;
    const added = await call<Resource>('POST', path, { body });
    expect([added.status, added.body]).toMatchObject([201, { subject: 'both' }]);
    expect((await call('POST', path, { body })).status).toBe(409);
    const seen = await call<{ items: Resource[] }>('GET', `cases/${other.caseId}/links`, {
      as: reviewer,
    });
    expect(seen.body.items).toMatchObject([{ id: added.body.id, otherCaseId: one.caseId }]);
    const gone = await call('DELETE', `${path}/${added.body.id}`);
    expect([gone.status, gone.body]).toEqual([200, { id: added.body.id }]);
    expect((await call('DELETE', `${path}/${added.body.id}`)).status).toBe(404);
  });

  it('keeps a log that repeated requests do not double', async () => {
    const { caseId } = await take();
    const path = `cases/${caseId}/follow-ups`;
    const body = { kind: 'visit', happenedOn: '2026-03-01', text: 'Brought a photograph' };
    const options = { body, headers: { 'idempotency-key': randomUUID() } };
    expect((await call('POST', path, options)).status).toBe(201);
    expect((await call('POST', path, options)).status).toBe(201);
    const { body: page } = await call<{ items: object[] }>('GET', `${path}?kind=visit`);
    expect(page.items).toMatchObject([body]);
  });

  it.each([
    ['references', { kind: 'icrc', number: 'ABC-1', since: '2014' }],
    ['dna-samples', { takenAt: 'Laboratory', takenOn: '2020', relative: 'father' }],
    ['referrals', { kind: 'legal', status: 'open', to: 'Legal aid', referredOn: '2020' }],
  ])('keeps %s, versioned', async (resource, body) => {
    const { caseId } = await take();
    const path = `cases/${caseId}/${resource}`;
    const added = await call<Resource>('POST', path, { body });
    expect(added.status).toBe(201);
    expect([added.body, added.headers.get('etag')]).toMatchObject([body, '"1"']);
    const one = `${path}/${added.body.id}`;
    expect((await call('PUT', one, { body })).status).toBe(428);
    const noted = { ...body, note: 'Letter in the folder' };
    const edited = await call('PUT', one, { body: noted, ...ifMatch(1) });
    expect([edited.status, edited.body]).toMatchObject([200, { ...noted, version: 2 }]);
    expect((await call('DELETE', one, ifMatch(1))).status).toBe(412);
    expect((await call('DELETE', one, ifMatch(2))).status).toBe(200);
    expect((await call('GET', path)).body).toEqual({ items: [] });
  });

  it('plans tasks, shows them to who does them, and ends them', async () => {
    const { caseId } = await take();
    const task = { caseId, kind: 'other', dueOn: '2026-03-01', note: 'Ask for the booklet' };
    const planned = await call<Resource>('POST', 'tasks', { body: task });
    expect(planned.headers.get('location')).toBe(`/api/tasks/${planned.body.id}`);
    const due = `tasks?mine=true&state=open&dueBy=2026-03-01&caseId=${caseId}`;
    const mine = await call<{ items: Resource[] }>('GET', due);
    expect(mine.body.items).toMatchObject([{ id: planned.body.id, ...task }]);
    const attention = await call<{ items: Resource[] }>(
      'GET',
      'cases?needsAttention=true&mine=true',
    );
    expect(attention.body.items.map(({ id }) => id)).toContain(caseId);
    const path = `tasks/${planned.body.id}`;
    const moved = await call('PUT', path, { body: { dueOn: '2026-04-01' }, ...ifMatch(1) });
    expect(moved.status).toBe(200);
    const end = { body: { state: 'done', outcome: 'Brought it' }, ...ifMatch(2) };
    expect((await call('POST', `${path}/end`, end)).body).toMatchObject({ state: 'done' });
    expect((await call('GET', path)).headers.get('etag')).toBe('"3"');
  });

  it('corrects, verifies and adds relatives', async () => {
    const { id, contacts } = await take();
    const path = `contacts/${contacts[0]?.id}`;
    const { consents, ...edit } = contactOf({ name: 'Relative Sample' });
    const edited = await call('PUT', path, { body: edit, ...ifMatch(1) });
    expect([edited.status, edited.headers.get('etag')]).toEqual([200, '"2"']);
    const proof = { body: { way: 'family_booklet' }, ...ifMatch(2) };
    expect((await call('POST', `${path}/verification`, proof)).body).toMatchObject({
      relationshipVerified: true,
    });
    const agreed = await call('POST', `${path}/consents`, { body: { consents } });
    expect([agreed.status, agreed.body]).toMatchObject([200, { given: [] }]);
    const added = await call('POST', `reports/${id}/contacts`, { body: contactOf() });
    expect(added.status).toBe(201);
  });

  it('is closed to another organisation, as if there were no such case', async () => {
    const { id, caseId, contacts } = await take();
    const made = await call<Resource>('POST', 'tasks', {
      body: { caseId, kind: 'other', dueOn: '2026-03-01' },
    });
    const reads = ['links', 'follow-ups', 'references', 'dna-samples', 'referrals'];
    const paths = [...reads.map((name) => `cases/${caseId}/${name}`), `tasks/${made.body.id}`];
    for (const path of paths) {
      expect([path, (await call('GET', path, { as: stranger })).status]).toEqual([path, 404]);
    }
    const link = { otherCaseId: caseId, kind: 'cousin_of', source: 'hearsay' };
    const entry = { kind: 'call', happenedOn: '2026-03-01', text: 'Text' };
    const writes: [string, object][] = [
      [`cases/${caseId}/links`, { ...link, otherCaseId: randomUUID() }],
      [`cases/${caseId}/follow-ups`, entry],
      [`cases/${caseId}/references`, { kind: 'icrc', number: '1' }],
      [`cases/${caseId}/dna-samples`, { takenAt: 'Laboratory' }],
      [`cases/${caseId}/referrals`, { kind: 'legal', status: 'open', to: 'Legal aid' }],
      ['tasks', { caseId, kind: 'other', dueOn: '2026-03-01' }],
      [`reports/${id}/contacts`, contactOf()],
      [`contacts/${contacts[0]?.id}/consents`, { consents: contactOf().consents }],
    ];
    for (const [path, body] of writes) {
      expect([path, (await call('POST', path, { as: stranger, body })).status]).toEqual([
        path,
        404,
      ]);
    }
  });
});
