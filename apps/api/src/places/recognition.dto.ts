import { holderKinds, matchWays, placeLevels, usages } from '@athar/places';
import { z } from 'zod';

const MOST_TEXT = 2_000;

export const recogniseBody = z
  .strictObject({
    text: z
      .string()
      .max(MOST_TEXT, 'at most 2,000 characters')
      .meta({ description: 'Free text in either script', example: 'حي جوبر بدمشق' }),
    expecting: z
      .enum(['place', 'holder'])
      .optional()
      .meta({ description: 'What the field of the text asks for; a bare number is then a branch' }),
  })
  .meta({ id: 'TextToRecognise' });

const matchFields = {
  code: z.string().meta({ example: 'SY01' }),
  nameAr: z.string().meta({ example: 'دمشق' }),
  nameEn: z.string().meta({ example: 'Damascus' }),
  parents: z
    .array(z.object({ code: z.string(), nameAr: z.string(), nameEn: z.string() }))
    .meta({ description: 'What it belongs to, nearest first' }),
  how: z.enum(matchWays),
  confidence: z
    .number()
    .meta({ description: '0 to 1; an order, not a probability', example: 0.98 }),
};
const placeMatch = z
  .object({ what: z.literal('place'), level: z.enum(placeLevels), ...matchFields })
  .meta({ id: 'PlaceMatch' });
const holderMatch = z
  .object({
    what: z.literal('holder'),
    kind: z.enum(holderKinds),
    number: z.string().nullable(),
    place: z.string().nullable(),
    ...matchFields,
  })
  .meta({ id: 'HolderMatch' });
const match = z.discriminatedUnion('what', [placeMatch, holderMatch]);

export const recognition = z
  .object({
    mentions: z.array(
      z.object({
        from: z.int().meta({ description: 'Offset into the text, in UTF-16 units', example: 9 }),
        to: z.int().meta({ description: 'Behind the last', example: 13 }),
        text: z.string().meta({ example: 'دمشق' }),
        usage: z.enum(usages),
        certain: match.nullable().meta({ description: 'null: nothing beyond reasonable doubt' }),
        alternatives: z.array(match),
      }),
    ),
    places: z.array(placeMatch).meta({ description: 'The narrowest certain places' }),
    holders: z.array(holderMatch).meta({ description: 'The narrowest certain holders' }),
    governorates: z.array(z.string()).meta({ example: ['SY01'] }),
  })
  .meta({ id: 'Recognition' });

const MOST_FILE = 900_000;
const file = z.string().max(MOST_FILE, 'at most 900,000 characters').optional();

export const gazetteerFiles = z
  .strictObject({
    places: file.meta({
      description:
        'Tab-separated, as published: level, id, ocha_pcode, name_en, name_ar, governorate_id, district_id',
      example:
        'level\tid\tocha_pcode\tname_en\tname_ar\tgovernorate_id\tdistrict_id\ngovernorate\tx\tSY04\tHoms\tحمص\t\t',
    }),
    spellings: file.meta({
      description:
        'Tab-separated, as published: ocha_pcode, alias, and others that are passed over',
      example: 'ocha_pcode\talias\nSY04\tHims',
    }),
    source: z
      .string()
      .trim()
      .min(1, '1 to 200 characters')
      .max(200, '1 to 200 characters')
      .meta({ description: 'Publisher and licence', example: 'Publisher/gazetteer, CC BY 4.0' }),
  })
  .meta({ id: 'GazetteerFiles' });

const count = z.int().meta({ example: 0 });
export const gazetteerLoaded = z
  .object({
    added: count,
    changed: count,
    unchanged: count,
    problemCount: count,
    problems: z.array(
      z.object({
        field: z.string(),
        code: z.string(),
        expected: z.string(),
        fix: z.string(),
        row: z.int().optional(),
      }),
    ),
  })
  .meta({ id: 'GazetteerLoaded' });
