import { setTimeout as pause } from 'node:timers/promises';
import type { CandidateSummary, LikePairSummary, MatchingState } from '@athar/candidates';
import type { ReportView } from '@athar/cases';
import { fillIntake } from './filled-intake.js';
import { fillRegistry } from './filled-registry.js';
import { closedNames, held, photographer, statedCause } from './filled-texts.js';
import type { House } from './house.js';
import { send } from './http.js';
import { Storyteller } from './told-story.js';

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

/** Waits for one pair of each kind, and judges: the reports are one person's, the others not yet. */
async function judgePairs(
  house: House,
  first: Storyteller,
  second: Storyteller,
  reports: readonly ReportView[],
): Promise<Record<string, string>> {
  // What is still being compared might change under a judgement.
  for (;;) {
    const { reports: left, entries } = await first.get<MatchingState>('/matching');
    if (left.waiting === 0 && entries.waiting === 0) break;
    await pause(100);
  }
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
