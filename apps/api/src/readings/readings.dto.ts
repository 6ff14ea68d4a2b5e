import { awaitedReadings, collectionKinds, numberPlaces } from '@athar/registry';
import { z } from 'zod';
import { id, pageOf, pageQuery } from '../http/index.js';

const name = z.string().trim().min(1, '1 to 300 characters').max(300, '1 to 300 characters');
const part = (example: string) => name.optional().meta({ example });

const names = z
  .strictObject({
    whole: part('عمرون بلون الجلون').meta({ description: 'All that stands there, undivided' }),
    given: part('عمرون'),
    father: part('بلون'),
    grandfather: part('سلون'),
    family: part('الجلون'),
    mother: part('دلة'),
    knownAs: z
      .array(name.meta({ example: 'أبو بلون' }))
      .max(20, 'at most 20')
      .optional(),
  })
  .meta({ id: 'ReadNames' });

const number = z.strictObject({
  value: z
    .string()
    .trim()
    .min(1, '1 to 60 characters')
    .max(60, '1 to 60 characters')
    .meta({ description: 'As it stands there', example: '٢٣٤٥ ب' }),
  readOn: z.enum(numberPlaces).exclude(['title']).optional(),
});

const confidence = z
  .number('a number from 0 to 1')
  .min(0, 'a number from 0 to 1')
  .max(1, 'a number from 0 to 1')
  .meta({ description: 'How sure you are', example: 0.8 });

const note = z
  .string()
  .max(2000, 'at most 2000 characters')
  .optional()
  .meta({ example: 'The last letter is cut off.' });

export const newReading = z
  .strictObject({
    names: names.meta({ description: 'Empty where no name can be read' }),
    numbers: z
      .array(number)
      .max(20, 'at most 20')
      .meta({ description: 'On card and body; those of the titles are read by program' }),
    confidence,
    note,
  })
  .meta({ id: 'NewReading' });

export const newSettlement = z
  .union([
    z.strictObject({
      choose: z.enum(['first', 'second']),
      confidence: confidence.meta({
        description: 'How sure you are: it takes the place of that of the reading chosen',
        example: 0.8,
      }),
      note,
    }),
    z.strictObject({ reading: newReading }),
  ])
  .meta({ id: 'NewSettlement' });

const awaits = z.enum(awaitedReadings);
const awaitsOrNone = z.enum([...awaitedReadings, 'none']);
const collection = z.object({ id, title: z.string(), kind: z.enum(collectionKinds) });
const waiting = z.object({ entryId: id, collection, awaits }).meta({ id: 'WaitingEntry' });

const kept = newReading
  .extend({ chose: z.enum(['first', 'second']).optional() })
  .meta({ id: 'KeptReading' });

const scope = {
  awaits: awaits.meta({ description: 'Entries that nobody, one or two people have read' }),
  collectionId: id.optional(),
};
export const nextQuery = z.strictObject(scope);
export const waitingQuery = z.strictObject({ ...pageQuery, ...scope });
export const waitingPage = pageOf(waiting).meta({ id: 'WaitingEntriesPage' });

export const readingTask = waiting
  .extend({
    images: z.array(z.string()).meta({ description: 'Opaque references' }),
    photoDates: z.array(z.string()).meta({ description: 'EDTF' }),
    branch: z.string().nullable(),
    hospital: z.string().nullable(),
    titleNumbers: z.array(z.string()).meta({ description: 'Numbers of the photographs’ titles' }),
    readings: z
      .array(z.object({ which: z.enum(['first', 'second']), reading: kept }))
      .meta({ description: 'The two readings that differ, where you are to settle them' }),
  })
  .meta({ id: 'ReadingTask' });

export const nextTask = z
  .object({ task: readingTask.nullable().meta({ description: 'null: nothing waits for you' }) })
  .meta({ id: 'NextReadingTask' });

export const recordedReading = z
  .object({ id, entryId: id, awaits: awaitsOrNone })
  .meta({ id: 'RecordedReading' });

export const entryReadings = z
  .object({
    entryId: id,
    awaits: awaitsOrNone,
    readings: z.array(
      z.object({
        id,
        round: z.int().meta({ description: '1 and 2 without knowing of each other; 3 settles' }),
        reader: z.string().meta({ description: 'What the reader is called in entries' }),
        memberId: id.nullable().meta({ description: 'null: of another organisation' }),
        readAt: z.string(),
        reading: kept,
      }),
    ),
  })
  .meta({ id: 'EntryReadings' });
