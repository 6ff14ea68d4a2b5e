import { listingKinds } from '@athar/photo-titles';
import { readReasons, storedGroupDoubts } from '@athar/registry';
import { TABLE_FORMATS } from '@athar/tabular';
import { z } from 'zod';
import { id, pageOf, pageQuery } from '../http/index.js';
import { importQuery } from '../imports/imports.dto.js';

export const titlesQuery = z.strictObject({
  ...importQuery.shape,
  format: z
    .enum(['txt', ...TABLE_FORMATS])
    .optional()
    .meta({
      description:
        'txt: one title a line, or what ls -R, find or dir /s /b print. Left out: by the ending of ' +
        'fileName, and txt without one',
    }),
  listing: z.enum(listingKinds).default('auto').meta({
    description: 'Of txt. titles: every line is a title, whatever slashes are in it',
  }),
});

const reason = z.enum(readReasons).meta({ description: 'Why you read; it is recorded' });
export const reasonQuery = z.strictObject({ reason });
const doubt = z.enum(storedGroupDoubts);
export const uncertainQuery = z.strictObject({ ...pageQuery, reason, doubt: doubt.optional() });
export const changesQuery = z.strictObject(pageQuery);

const date = z.string().optional().meta({ example: '2013-05-03' });
const says = z.object({
  number: z.string().meta({ example: '1234' }),
  suffix: z.string().optional().meta({ example: 'b' }),
  sequence: z.int().optional().meta({ example: 2 }),
  date,
  branch: z.string().optional().meta({ example: '215' }),
  hospital: z.string().optional().meta({ example: '601' }),
  folder: z.string().optional(),
});

const photograph = z
  .object({
    id,
    title: z.string().nullable().meta({
      description: 'null: kept by another organisation',
      example: '1234 samer 03-05-2013 215',
    }),
    folder: z.string().nullable().meta({ example: null }),
    says,
    photographer: z.string().nullable().meta({
      description: 'First name: for stewards of the organisation that keeps it only, never matched',
      example: 'samer',
    }),
    importId: id.nullable().meta({ description: 'null: of another organisation' }),
  })
  .meta({ id: 'Photograph' });

const why = z
  .object({
    key: z.object({
      number: z.string().meta({ example: '1234' }),
      branch: z.string().optional().meta({ example: '215' }),
      folder: z.string().optional(),
    }),
    firstDate: date,
    lastDate: date,
    gapBefore: z.int().optional().meta({
      description: 'Days to the neighbouring group with the same key',
      example: 91,
    }),
    gapAfter: z.int().optional().meta({ example: 40 }),
    photographs: z.int().meta({ example: 4 }),
    windowDays: z.int().meta({ example: 7 }),
    byHand: z.enum(['merged', 'split']).optional(),
  })
  .meta({ id: 'WhyGrouped' });

const group = { id, entryId: id, why, doubts: z.array(doubt) };

export const uncertainGroups = pageOf(z.object(group).meta({ id: 'PhotographGroup' })).meta({
  id: 'PhotographGroupsPage',
});

export const entryPhotographs = z
  .object({
    groups: z.array(
      z.object({
        ...group,
        photographs: z.array(photograph),
        sequence: z.object({
          missing: z.array(z.int()).meta({ description: 'By the photographs’ own count' }),
          doubled: z.array(z.int()),
        }),
      }),
    ),
  })
  .meta({ id: 'EntryPhotographs' });

export const dayCounts = z
  .object({
    mostADay: z.int().meta({ example: 177 }),
    undated: z.int().meta({ example: 0 }),
    days: z.array(
      z.object({
        date: z.string().meta({ example: '2013-05-03' }),
        photographs: z.int().meta({ example: 42 }),
        aboveMaximum: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'PhotographsADay' });

const count = z.int().meta({ example: 4 });
export const photographCounts = z
  .object({ photographs: count, groups: count, uncertainGroups: count, entries: count })
  .meta({ id: 'PhotographCounts' });

export const titleImportCounts = z
  .object({
    photographs: count,
    groups: count,
    entriesAdded: count.meta({
      description:
        'By this import. Added, changed and unchanged are together all entries of the groups',
    }),
    entriesChanged: count.meta({ description: 'By this import, that were there before' }),
    entriesUnchanged: count.meta({
      description: 'There without it, from other imports or split off by hand',
    }),
    entriesKept: z.array(id).meta({
      description:
        'Entries that lost all photographs to another and stay, in doubt: a pair with them was judged, ' +
        'or they are under legal hold',
    }),
  })
  .meta({ id: 'TitleImportCounts' });

const said = z.string().trim().min(1).max(500).meta({ example: 'Two faces on these photographs' });

export const split = z
  .strictObject({
    photographIds: z.array(id).min(1).max(1000).meta({ description: 'Those of another person' }),
    reason: said,
  })
  .meta({ id: 'PhotographSplit' });

export const merge = z
  .strictObject({
    fromEntryId: id.meta({ description: 'The entry whose photographs come over' }),
    reason: said,
  })
  .meta({ id: 'PhotographMerge' });

export const change = z
  .object({
    id,
    kind: z.enum(['split', 'merge']),
    collectionId: id,
    entryId: id,
    otherEntryId: id.nullable().meta({
      description: 'The entry that a split founded, or that a merge took the photographs from',
    }),
    photographs: z.int().meta({ example: 2 }),
    reason: z.string().meta({ example: 'Two faces on these photographs' }),
    memberId: id.nullable().meta({ description: 'null: of another organisation' }),
    createdAt: z.string(),
    undoneAt: z.string().nullable().meta({ example: null }),
  })
  .meta({ id: 'PhotographChange' });

export const changesPage = pageOf(change).meta({ id: 'PhotographChangesPage' });
