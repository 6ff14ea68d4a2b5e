import { randomUUID } from 'node:crypto';
import { memberRoles, type MemberRole } from '@athar/access';
import { fillOrganisation, type FilledOrganisation } from '../support/filled-organisation.js';
import { startHouse, type House } from '../support/house.js';
import { send } from '../support/http.js';
import type { OpenApi } from '../support/malformed-requests.js';
import { openRoutes, rolesOfRoutes } from '../support/route-roles.js';
import { ask, onlyReads, routesOf, wordOf, type Asked, type Route } from '../support/route-walk.js';

/** Words before the id of a thing that all organisations share. */
const shared = [
  'entries',
  'collections',
  'entry-pairs',
  'photograph-changes',
  'readings/tasks',
  'places',
  'holders',
];

let house: House;
let routes: Route[];
let reads: Route[];
let own: FilledOrganisation;
let strangers: Record<MemberRole, string>;
/** What the other organisation's members heard, by role, and what this one's own did, by member. */
let outside: Heard[];
let inside: Heard[];

beforeAll(async () => {
  house = await startHouse();
  const { body } = await send<OpenApi>(house.url, 'GET', '/api/openapi.json');
  routes = routesOf(body).filter(({ name }) => !openRoutes.includes(name));
  reads = routes.filter(onlyReads);
  own = await fillOrganisation(house);
  const { members } = await house.organisation(...memberRoles.map((role) => [role]));
  strangers = Object.fromEntries(
    memberRoles.map((role, at) => [role, members[at]?.id ?? '']),
  ) as Record<MemberRole, string>;
  outside = await walk(strangers);
  inside = await walk(Object.fromEntries(own.insiders.map((member) => [member, member])));
}, 240_000);
afterAll(() => house?.stop());

/** The lines of a route: one, or several where its roles depend on what is asked for. */
function linesOf({ name }: Route): { query: Record<string, string>; roles: readonly string[] }[] {
  return Object.entries(rolesOfRoutes)
    .filter(([line]) => line.split('?')[0] === name)
    .map(([line, roles]) => ({
      query: Object.fromEntries(new URLSearchParams(line.split('?')[1])),
      roles,
    }));
}

/** Ids of the filled organisation for the places of a path, where it has such things. */
function placesOf(route: Route, things: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    route.places.flatMap((place) => {
      const id = things[wordOf(route, place)];
      return id === undefined ? [] : [[place, id]];
    }),
  );
}

/** A route's path filled with ids of the organisation: once, or once for each kind of entry. */
function requestsFor(route: Route): Asked[] {
  const ofRegistry = ['entries', 'readings/tasks', 'collections'];
  if (!route.places.some((place) => ofRegistry.includes(wordOf(route, place)))) {
    return [{ places: placesOf(route, own.things) }];
  }
  const { civil, open, embargoed, unmatched } = own.collections;
  const kinds = { photographed: open, named: open, civil, embargoed, unmatched };
  return Object.entries(kinds).map(([kind, collections]) => {
    const entry = own.entries[kind as keyof typeof kinds];
    const things = { ...own.things, collections, entries: entry, 'readings/tasks': entry };
    return { places: placesOf(route, things) };
  });
}

/** What members are told by every route that only reads. */
async function walk(members: Readonly<Record<string, string>>): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const route of reads) {
    for (const asked of requestsFor(route)) {
      const answers = Object.entries(members).map(async ([who, member]) => {
        const { text } = await ask(house.url, member, route, asked);
        return { route: route.name, who, text };
      });
      heard.push(...(await Promise.all(answers)));
    }
  }
  return heard;
}

interface Heard {
  route: string;
  who: string;
  text: string;
}

/** Where one of these texts was heard, each place once. */
function heardIn(answers: readonly Heard[], texts: readonly string[]): string[] {
  const places = answers.flatMap(({ route, who, text }) =>
    texts.filter((one) => text.includes(one)).map((one) => `${route} ${who}: ${one}`),
  );
  return [...new Set(places)].sort();
}

/** What all but stewards hear, those of the organisation itself too. */
function withoutStewards(): Heard[] {
  const [, reviewer] = own.insiders;
  return [
    ...outside.filter(({ who }) => who !== 'steward'),
    ...inside.filter(({ who }) => who === reviewer),
  ];
}

const stewards = () => outside.filter(({ who }) => who === 'steward');

/** What is wrong with the answers to each role. */
async function forEachRole(check: (role: MemberRole, member: string) => Promise<string[]>) {
  const found = await Promise.all(memberRoles.map((role) => check(role, strangers[role])));
  return found.flat();
}

describe('each route', () => {
  it('says in a table for which roles it is', () => {
    const lines = Object.keys(rolesOfRoutes).map((line) => line.split('?')[0] ?? '');
    const names = routes.map(({ name }) => name);
    expect(names.filter((name) => !lines.includes(name))).toEqual([]);
    expect(lines.filter((line) => !names.includes(line))).toEqual([]);
  });

  it('is for these roles, and forbidden to the others before anything is looked for', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      for (const { query, roles } of linesOf(route)) {
        const found = await forEachRole(async (role, member) => {
          const { status, code, text } = await ask(house.url, member, route, { query });
          const refused = status === 403 && code === 'role-missing';
          const bad = status >= 500 || [400, 401, 403].includes(status);
          const fine = roles.includes(role) ? !bad && code !== 'invalid-request' : refused;
          return fine ? [] : [`${route.name} as ${role}: ${status} ${code} ${text.slice(-300)}`];
        });
        wrong.push(...found);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('another organisation', () => {
  it('is told no id and no word of this one, whatever its members ask', () => {
    expect(heardIn(outside, own.held)).toEqual([]);
    const heard = inside.map(({ text }) => text).join('\n');
    // All that was looked for can be found by those whose it is.
    expect(own.held.filter((text) => !heard.includes(text))).toEqual([]);
  });

  it('gets for things of this one the very answer for things that are not there', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const words = route.places.map((place) => wordOf(route, place));
      if (words.some((word) => shared.includes(word) || !(word in own.things))) continue;
      if (words.length === 0) continue;
      const found = await forEachRole(async (role, member) => {
        const places = placesOf(route, own.things);
        const there = await ask(house.url, member, route, { places });
        const unknown = await ask(house.url, member, route);
        const same = there.status === unknown.status && there.text === unknown.text;
        const hidden = there.status === 404 || there.code === 'role-missing';
        return same && hidden ? [] : [`${route.name} as ${role}: ${there.status} ${there.code}`];
      });
      wrong.push(...found);
    }
    expect(wrong).toEqual([]);
  });

  it('learns nothing by filters', async () => {
    const [member = ''] = own.insiders;
    const ids: Readonly<Record<string, string>> = {
      ...{ caseId: own.things['cases'] ?? '', importId: own.things['imports'] ?? '' },
      ...{ enteredBy: member, openedBy: member, assignedTo: member },
    };
    const wrong: string[] = [];
    let tried = 0;
    for (const route of reads) {
      for (const name of route.filters.filter((filter) => filter in ids)) {
        tried += 1;
        const found = await forEachRole(async (role, stranger) => {
          const there = { [name]: ids[name] ?? '' };
          const one = await ask(house.url, stranger, route, { query: there });
          const other = await ask(house.url, stranger, route, { query: { [name]: randomUUID() } });
          const same = one.status === other.status && one.text === other.text;
          return same ? [] : [`${route.name} ${name} as ${role}`];
        });
        wrong.push(...found);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(8);
  });

  it('changes nothing in the collections that this one keeps', async () => {
    const writes = routes.filter(
      (route) =>
        !onlyReads(route) && /^\/api\/(collections|photograph-changes)\/\{id\}/.test(route.path),
    );
    expect(writes.length).toBeGreaterThan(4);
    for (const route of writes) {
      const places = placesOf(route, own.things);
      const { code } = await ask(house.url, strangers.steward, route, { places });
      expect([route.name, code]).toEqual([route.name, 'collection-of-another']);
    }
  });
});

describe('the terms of custodians', () => {
  it('hide entries that must not be matched from all but stewards', () => {
    const closed = [own.entries.embargoed, own.entries.unmatched, ...own.closedNames];
    expect(heardIn(withoutStewards(), closed)).toEqual([]);
    expect(heardIn(stewards(), closed)).not.toEqual([]);
  });

  it('keep out of exports what must not be disclosed, and say how much', async () => {
    const as = { as: strangers.steward };
    const path = '/api/exports/entries';
    const file = await send<string>(
      house.url,
      'GET',
      `${path}?format=csv&reason=quality_check`,
      as,
    );
    expect(own.undisclosed.filter((name) => file.body.includes(name))).toEqual([]);
    const leftOut = file.headers.get('x-athar-left-out')?.split(', ').sort();
    expect(leftOut).toEqual(['embargo=1', 'no_disclosure=1']);
    const { body } = await send<{ leftOut: object[] }>(house.url, 'GET', `${path}/summary`, as);
    expect(body.leftOut).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ reason: 'embargo', entries: 1 }),
        expect.objectContaining({ reason: 'no_disclosure', entries: 1 }),
      ]),
    );
  });
});

describe('what must be said with care', () => {
  it('is told: no photographer’s name in any answer to others', () => {
    expect(heardIn([...outside, ...withoutStewards()], [own.photographer])).toEqual([]);
    expect(heardIn(inside, [own.photographer])).not.toEqual([]);
  });

  it('is told: a cause of death only as it is stated', async () => {
    const told = heardIn(outside, [own.statedCause]).map((line) => line.split(':')[0]);
    expect(told).toEqual([
      'GET /api/entries/{id} reviewer',
      'GET /api/entries/{id} steward',
      'GET /api/exports/entries steward',
    ]);
    const path = `/api/entries/${own.entries.civil}?reason=review`;
    const { body } = await send(house.url, 'GET', path, { as: strangers.reviewer });
    const { statedCause, ...rest } = body;
    expect(statedCause).toMatchObject({ text: own.statedCause, asStated: true });
    expect(JSON.stringify(rest)).not.toContain(own.statedCause);
  });
});
