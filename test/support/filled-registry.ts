import type { CollectionView, EntrySummary, NewCollection } from '@athar/registry';
import { closedNames, held, photographer, statedCause } from './filled-texts.js';
import { fileOf, type Storyteller } from './told-story.js';

interface Made {
  id: string;
}

const entriesOf = (steward: Storyteller, collectionId: string) =>
  steward.all<EntrySummary>(`/entries?reason=quality_check&collectionId=${collectionId}`);

/** A collection for each kind of terms, with entries from rows, titles and readings. */
export async function fillRegistry(steward: Storyteller) {
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

  const photographs = await fillPhotographs(steward, open);
  const mapping = await saveMapping(steward);
  const [civilian, embargoed, unmatched] = await Promise.all(
    [civil, collections.embargoed, collections.unmatched].map(async (collectionId) => {
      const [entry] = await entriesOf(steward, collectionId);
      return entry?.id ?? '';
    }),
  );
  return {
    collections,
    entries: {
      photographed: photographs.entryId,
      named: photographs.otherEntryId,
      civil: civilian ?? '',
      embargoed: embargoed ?? '',
      unmatched: unmatched ?? '',
    },
    importIds: [...[imported, bad, tried].map(({ id }) => id), photographs.importId],
    things: {
      collections: open,
      entries: photographs.entryId,
      imports: bad.id,
      'import-mappings': mapping.id,
      'photograph-changes': photographs.changeId,
    },
  };
}

/** Photographs of one number, one of them split off by hand, read once. */
async function fillPhotographs(steward: Storyteller, open: string) {
  const pattern = '{number} {photographer} {date:dd-mm-yyyy}';
  await steward.put(`/collections/${open}/title-patterns`, 1, { patterns: [pattern] });
  const titles = [3, 4].map((day) => `77 ${photographer} 0${day}-05-2013`).join('\n');
  const titled = await steward.bring(`/collections/${open}/titles`, Buffer.from(titles));
  const [named, photographed] = [
    (await entriesOf(steward, open)).find(({ names }) => names.given !== undefined)?.id ?? '',
    (await entriesOf(steward, open)).find(({ names }) => names.given === undefined)?.id ?? '',
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
  return {
    importId: titled.id,
    entryId: photographed,
    otherEntryId: named,
    changeId: change.id,
  };
}

function saveMapping(steward: Storyteller): Promise<Made> {
  return steward.post<Made>('/import-mappings', {
    kind: 'entries',
    name: held.mapping,
    headers: ['heldun header'],
    mapping: { 'heldun header': 'given_name' },
  });
}
