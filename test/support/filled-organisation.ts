import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import type { CandidateSummary, LikePairSummary } from '@athar/candidates';
import type { ReportView } from '@athar/cases';
import type { ImportView } from '@athar/imports';
import type { CollectionView, EntrySummary, NewCollection } from '@athar/registry';
import { contactOf, reportOf } from './cases-app.js';
import { inArabic, inLatin } from './duplicate-office.js';
import type { House } from './house.js';
import { send } from './http.js';
import { fileOf, Storyteller } from './told-story.js';

/** What others must not learn, and what they are asked for with. */
export interface FilledOrganisation {
  /** A member with every role, and two reviewers who judged. */
  insiders: string[];
  /** An id of each thing, by the word before it in the path of a route. */
  things: Record<string, string>;
  entries: Record<'photographed' | 'named' | 'civil' | 'embargoed' | 'unmatched', string>;
  /** Ids and texts that stay in the organisation. */
  held: string[];
  /** Names of entries of which nothing is matched: under embargo, or by their custodian's terms. */
  closedNames: string[];
  photographer: string;
  statedCause: string;
  /** Names in collections whose terms keep them out of exports. */
  undisclosed: string[];
  collections: Record<'open' | 'undisclosed' | 'embargoed' | 'unmatched' | 'civil', string>;
}

interface Made {
  id: string;
}

const held = {
  name: 'Zahranun Heldun',
  relative: 'Relative Heldun',
  otherRelative: 'Otherrelative Heldun',
  phone: '+963 0000 77777',
  email: 'heldun@example.invalid',
  circumstances: 'Taken near the heldun market',
  note: 'A heldun note',
  file: 'heldun-list.csv',
  mapping: 'Heldun lists',
  reading: 'مقروهلدون',
  judgement: 'A heldun judgement',
  document: 'HELDUN-4711',
};

const closedNames = { embargoed: 'Embargun', unmatched: 'Unmatchun' };
const photographer = 'samerun';
const statedCause = 'Stated causun';

/** Fills an organisation with one of everything. */
export async function fillOrganisation(house: House): Promise<FilledOrganisation> {
  const { id: organisationId, members } = await house.organisation(
    ['caseworker', 'coordinator', 'reviewer', 'steward'],
    ['reviewer'],
    ['reviewer'],
  );
  const [everyone, first, second] = members.map(({ id }) => new Storyteller(house.url, id)) as [
    Storyteller,
    Storyteller,
    Storyteller,
  ];
  const registry = await fillRegistry(everyone);
  const intake = await fillIntake(house, everyone);
  const pairs = await judgePairs(house, first, second, intake.reports);
  const things = { ...registry.things, ...intake.things, ...pairs };
  const shared = ['entries', 'collections', 'entry-pairs', 'photograph-changes'];
  const heldThings = Object.entries(things).filter(([word]) => !shared.includes(word));
  return {
    insiders: members.map(({ id }) => id),
    things,
    entries: registry.entries,
    held: [
      organisationId,
      ...members.map(({ id }) => id),
      ...heldThings.map(([, id]) => id),
      ...registry.importIds,
      ...intake.references,
      ...Object.values(held),
    ],
    closedNames: Object.values(closedNames),
    photographer,
    statedCause,
    undisclosed: ['Undisclosun', closedNames.embargoed],
    collections: registry.collections,
  };
}

async function fillRegistry(steward: Storyteller) {
  const collection = async (settings: Partial<NewCollection>): Promise<string> => {
    const body = { kind: 'photo_archive', title: 'List', custodian: 'Nobody', ...settings };
    return (await steward.post<CollectionView>('/collections', body)).id;
  };
  const person = { given_name: 'شاهين', father_name: 'قمر', family_name: 'الظريفاني' };
  const bring = async (collectionId: string, row: Record<string, string>, query = '') => {
    const file = await fileOf('csv', Object.keys(row), [row]);
    const path = `/collections/${collectionId}/imports?format=csv${query}`;
    return steward.bring(path, file);
  };
  const entriesOf = (collectionId: string) =>
    steward.all<EntrySummary>(`/entries?reason=quality_check&collectionId=${collectionId}`);

  const collections = {
    open: await collection({ mayDisclose: true }),
    undisclosed: await collection({ mayDisclose: false }),
    embargoed: await collection({ mayDisclose: true, embargoUntil: '9999-01-01' }),
    unmatched: await collection({ mayDisclose: true, mayMatch: false }),
    civil: await collection({ mayDisclose: true, kind: 'civil_records' }),
  };
  const { open, civil } = collections;
  const imported = await bring(
    open,
    { id: '1', ...person, mother_name: 'بدرية' },
    `&fileName=${held.file}`,
  );
  await bring(civil, { id: '1', ...person, mother_name: 'بدرية', stated_cause: statedCause });
  await bring(collections.undisclosed, { id: '1', given_name: 'Undisclosun' });
  await bring(collections.embargoed, { id: '1', given_name: closedNames.embargoed });
  await bring(collections.unmatched, { id: '1', given_name: closedNames.unmatched });
  const bad = await bring(open, { id: '2', given_name: held.name, photo_dates: 'no date' });
  const tried = await bring(open, { id: '3', given_name: held.name }, '&dryRun=true');

  const pattern = '{number} {photographer} {date:dd-mm-yyyy}';
  await steward.put(`/collections/${open}/title-patterns`, 1, { patterns: [pattern] });
  const titles = [3, 4].map((day) => `77 ${photographer} 0${day}-05-2013`).join('\n');
  const titled = await steward.bring(`/collections/${open}/titles`, Buffer.from(titles));
  const [named, photographed] = [
    (await entriesOf(open)).find(({ names }) => names.given !== undefined)?.id ?? '',
    (await entriesOf(open)).find(({ names }) => names.given === undefined)?.id ?? '',
  ];
  const { groups } = await steward.get<{ groups: { photographs: Made[] }[] }>(
    `/entries/${photographed}/photographs?reason=quality_check`,
  );
  const change = await steward.post<Made>(`/entries/${photographed}/photographs/split`, {
    photographIds: [groups[0]?.photographs[0]?.id],
    reason: 'Two faces',
  });
  await steward.post(`/entries/${photographed}/readings`, {
    names: { given: held.reading },
    numbers: [],
    confidence: 0.5,
    note: held.note,
  });
  const mapping = await steward.post<Made>('/import-mappings', {
    kind: 'entries',
    name: held.mapping,
    headers: ['heldun header'],
    mapping: { 'heldun header': 'given_name' },
  });
  const [civilian, embargoed, unmatched] = await Promise.all(
    [civil, collections.embargoed, collections.unmatched].map(async (collectionId) => {
      const [entry] = await entriesOf(collectionId);
      return entry?.id ?? '';
    }),
  );
  return {
    collections,
    entries: {
      photographed,
      named,
      civil: civilian ?? '',
      embargoed: embargoed ?? '',
      unmatched: unmatched ?? '',
    },
    importIds: [imported, bad, tried, titled].map(({ id }: ImportView) => id),
    things: {
      collections: open,
      entries: photographed,
      imports: bad.id,
      'import-mappings': mapping.id,
      'photograph-changes': change.id,
    },
  };
}

async function fillIntake(house: House, caseworker: Storyteller) {
  const relative = contactOf({
    name: held.relative,
    phone: held.phone,
    email: held.email,
    note: held.note,
  });
  const told = (report: object) => caseworker.post<ReportView>('/reports', report);
  const circumstances = held.circumstances;
  const one = await told(reportOf({ person: inArabic, circumstances, contacts: [relative] }));
  const other = await told({
    ...{ person: inLatin, circumstances },
    contacts: [contactOf({ name: held.otherRelative })],
  });
  const third = await told(
    reportOf({ person: { names: { full: [held.name] } }, contacts: [relative] }),
  );
  const { caseId } = third;
  const of = (resource: string, body: object) =>
    caseworker.post<Made>(`/cases/${caseId}/${resource}`, body);
  const link = { otherCaseId: one.caseId, kind: 'cousin_of', source: 'hearsay' };
  const task = { caseId, kind: 'other', dueOn: '2026-03-01', note: held.note };
  const made = {
    links: await of('links', link),
    'follow-ups': await of('follow-ups', {
      kind: 'visit',
      happenedOn: '2026-03-01',
      text: held.note,
    }),
    references: await of('references', { kind: 'icrc', number: held.document }),
    'dna-samples': await of('dna-samples', { takenAt: 'Laboratory', note: held.note }),
    referrals: await of('referrals', { kind: 'legal', status: 'open', to: held.relative }),
    tasks: await caseworker.post<Made>('/tasks', task),
    attachments: await attach(house, caseworker.member, third.id),
  };
  const row = {
    id: 'r-1',
    name: held.name,
    birth_date: 'no date',
    contact_name: held.relative,
    consents: 'store',
    consent_date: '2026-03-01',
  };
  await caseworker.bring(
    '/reports/imports?format=csv',
    await fileOf('csv', Object.keys(row), [row]),
  );
  const { items: messages } = await caseworker.get<{ items: Made[] }>(`/cases/${caseId}/messages`);
  return {
    reports: [one, other],
    references: [one, other, third].flatMap(({ id, reference }) => [id, reference]),
    things: {
      reports: third.id,
      cases: caseId,
      contacts: third.contacts[0]?.id ?? '',
      messages: messages[0]?.id ?? '',
      ...Object.fromEntries(Object.entries(made).map(([word, { id }]) => [word, id])),
    },
  };
}

async function attach(house: House, as: string, reportId: string): Promise<Made> {
  const create = { width: 8, height: 8, channels: 3, background: '#fff' } as const;
  const path = `${house.url}/api/reports/${reportId}/attachments?kind=photo_of_missing`;
  const response = await fetch(path, {
    method: 'POST',
    headers: {
      'x-athar-member': as,
      'content-type': 'application/octet-stream',
      'x-athar-title': encodeURIComponent(held.note),
    },
    body: new Uint8Array(await sharp({ create }).png().toBuffer()),
  });
  return (await response.json()) as Made;
}

/** Waits for one pair of each kind, and judges: the reports are one person's, the others not yet. */
async function judgePairs(
  house: House,
  first: Storyteller,
  second: Storyteller,
  reports: readonly ReportView[],
): Promise<Record<string, string>> {
  const candidate = await waitFor<CandidateSummary>(first, '/candidates');
  const entryPair = await waitFor<LikePairSummary>(first, '/entry-pairs');
  const ids = reports.map(({ id }) => id);
  const duplicate = await waitFor<LikePairSummary>(
    first,
    '/duplicates',
    ({ leftId, rightId }) => ids.includes(leftId) && ids.includes(rightId),
  );
  const judge = async (by: Storyteller, path: string) => {
    const { version } = await by.get<{ version: number }>(path);
    const answer = await send(house.url, 'POST', `/api${path}/judgements`, {
      as: by.member,
      headers: { 'if-match': `"${version}"` },
      body: { verdict: 'same_person', reasons: ['names_agree'], note: held.judgement },
    });
    if (answer.status !== 201) throw new Error(`Not judged: ${JSON.stringify(answer.body)}`);
  };
  await judge(first, `/candidates/${candidate.id}`);
  await judge(first, `/entry-pairs/${entryPair.id}`);
  await judge(first, `/duplicates/${duplicate.id}`);
  await judge(second, `/duplicates/${duplicate.id}`);
  return {
    candidates: candidate.id,
    duplicates: duplicate.id,
    'entry-pairs': entryPair.id,
  };
}

async function waitFor<Pair>(
  reviewer: Storyteller,
  path: string,
  fits: (pair: Pair) => boolean = () => true,
): Promise<Pair> {
  for (;;) {
    const found = (await reviewer.all<Pair>(path)).find(fits);
    if (found !== undefined) return found;
    await pause(100);
  }
}
