import { z } from 'zod';

const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,400}$/, 'the nextCursor of the page before')
  .optional()
  .meta({ description: 'The nextCursor of the page before; left out: the first page' });

const limit = z.coerce
  .number({ error: 'a whole number from 1 to 200' })
  .int('a whole number from 1 to 200')
  .min(1, 'a whole number from 1 to 200')
  .max(200, 'a whole number from 1 to 200')
  .default(50)
  .meta({ description: 'How many items a page has, 1 to 200', example: 50 });

/** Query fields that every list takes; spread them into the list's own query schema. */
export const pageQuery = { cursor, limit };

/** The answer of every list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'null: this was the last page' }),
  });
}

/** A uuid in an address or body. */
export const id = z.uuid('a UUID').meta({ example: '0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e' });
