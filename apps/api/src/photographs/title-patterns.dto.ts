import { titleFields } from '@athar/photo-titles';
import { z } from 'zod';
import { id } from '../http/index.js';

/** For descriptions: a steward should not have to look for it elsewhere. */
export const patternLanguage =
  'A pattern: `{number}` (never missing), `{suffix}`, `{sequence}`, `{date}` as `{date:dd-mm-yyyy}` or ' +
  '`{date:ddmmyy|dd month yyyy}` (made of dd, mm, month, yyyy, yy), `{branch}`, `{hospital}`, ' +
  '`{photographer}`, `{ignore}` for what is to be passed over, `{folder}/` for the folder; `[ ]` around ' +
  'what may be missing; letters and digits stand for themselves; space, - _ . / for any separators.';

const pattern = z
  .string()
  .min(1)
  .max(300)
  .meta({ example: '{number}[{suffix}] {photographer} {date:dd-mm-yyyy}[ {branch}]' });
const patterns = z.array(pattern).min(1).max(20).meta({ description: 'Tried in their order' });

export const titlePatternsChange = z
  .strictObject({
    patterns,
    byFolder: z.boolean().optional().meta({
      description: 'Photographs in two folders are of two people, even where all else is equal',
    }),
    assumedBranch: z.string().trim().min(1).max(200).nullable().optional().meta({
      description: 'The branch of photographs whose titles tell none',
      example: '215',
    }),
    mostADay: z.int().min(1).max(100_000).optional().meta({
      description: 'More photographs on one day than this are flagged',
      example: 177,
    }),
  })
  .meta({ id: 'TitlePatternsChange' });

export const titlePatterns = z
  .object({
    collectionId: id,
    patterns: z.array(z.string()),
    byFolder: z.boolean(),
    assumedBranch: z.string().nullable().meta({ example: null }),
    mostADay: z.int().meta({ example: 177 }),
    windowDays: z.int().meta({
      description:
        'The collection’s: photographs of one number no more days apart are of one person',
      example: 7,
    }),
    version: z.int().meta({ description: '1 while there are none', example: 2 }),
    updatedAt: z.string().nullable(),
  })
  .meta({ id: 'TitlePatterns' });

export const titleTrial = z
  .strictObject({
    patterns: patterns.optional().meta({ description: 'Left out: those of the collection' }),
    examples: z
      .array(z.string().max(1000).meta({ example: '1234 samer 03-05-2013 215' }))
      .min(1)
      .max(200)
      .meta({ description: 'Titles, or lines of a folder listing' }),
  })
  .meta({ id: 'TitleTrial' });

const part = z
  .object({
    field: z.enum(titleFields),
    text: z.string().meta({ example: '03-05-2013' }),
    start: z.int().meta({
      description: 'Characters of `text` of the trial before the part',
      example: 11,
    }),
    end: z.int().meta({ description: 'The same to its end', example: 21 }),
    value: z.string().optional().meta({ description: 'Normal form', example: '2013-05-03' }),
    doubtful: z.literal(true).optional().meta({
      description: 'Its brackets tell that it may hold what belongs to another field: 215 (1)',
    }),
  })
  .meta({ id: 'TitlePart' });

const stop = z
  .object({
    pattern: z.int().meta({ description: 'Counted from 1', example: 1 }),
    character: z.int().meta({
      description: 'Where it stopped in `text` of the trial, counted from 1',
      example: 12,
    }),
    expected: z.array(z.string()).meta({ description: 'What could have stood there' }),
  })
  .meta({ id: 'TitleStop' });

const trial = z
  .object({
    line: z.string().meta({ example: '1234 samer 03-05-2013 215' }),
    text: z.string().optional().meta({
      description: 'Folder and title made of the line; left out where it names no photograph',
    }),
    read: z.boolean().optional(),
    pattern: z.int().optional().meta({
      description: 'Which one read it, counted from 1',
      example: 1,
    }),
    parts: z.array(part).optional(),
    stops: z.array(stop).optional().meta({
      description: 'Where none reads it: how far each came, the furthest first',
    }),
  })
  .meta({ id: 'TitleTrialResult' });

export const titleTrials = z.object({ trials: z.array(trial) }).meta({ id: 'TitleTrials' });
