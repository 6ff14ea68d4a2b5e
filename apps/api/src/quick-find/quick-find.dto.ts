import { z } from 'zod';

/** The lists that are looked through. */
export const quickLists = ['caseload', 'places', 'holders', 'collections'] as const;
export type QuickList = (typeof quickLists)[number];

export const quickFindBody = z
  .strictObject({
    query: z
      .string()
      .trim()
      .min(1, '1 to 100 characters')
      .max(100, '1 to 100 characters')
      .meta({ description: 'As typed, in either script; half a word is enough', example: 'huss' }),
    lists: z
      .array(z.enum(quickLists))
      .min(1)
      .max(quickLists.length)
      .optional()
      .meta({ description: 'Left out: all that your roles may read', example: ['caseload'] }),
    limit: z
      .int('a whole number from 1 to 50')
      .min(1, 'a whole number from 1 to 50')
      .max(50, 'a whole number from 1 to 50')
      .default(10)
      .meta({ description: 'Most items of each list', example: 10 }),
  })
  .meta({ id: 'QuickFindRequest' });

const stretch = z.object({
  text: z.int().meta({ description: 'Place among the texts, from 0', example: 1 }),
  start: z.int().meta({ description: 'Offset in UTF-16 units', example: 0 }),
  end: z.int().meta({ description: 'Behind the last', example: 4 }),
});

const item = z.object({
  id: z.string().meta({ description: 'Id of the case or collection, code of the place or holder' }),
  is: z.string().meta({
    description: 'Status of a case, level of a place, kind of a holder or collection',
    example: 'open',
  }),
  texts: z.array(z.string()).meta({ example: ['2345 6789 0123', 'Hussein Khaled'] }),
  stretches: z.array(stretch).meta({ description: 'The letters that met, to be highlighted' }),
});

export const quickFindAnswer = z
  .object({
    lists: z.array(
      z.object({
        list: z.enum(quickLists),
        items: z.array(item).meta({ description: 'Best first; no measure of likeness' }),
      }),
    ),
  })
  .meta({ id: 'QuickFindAnswer' });

export type QuickFindAnswer = z.output<typeof quickFindAnswer>;
