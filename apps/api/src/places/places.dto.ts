import { holderKinds, placeLevels } from '@athar/places';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/index.js';

const MOST_LETTERS = 120;
const MOST_NAMES = 200;

const name = z
  .string()
  .trim()
  .min(1, '1 to 120 characters')
  .max(MOST_LETTERS, '1 to 120 characters');
const names = z.array(name).max(MOST_NAMES, 'at most 200 names');

/** The code of a place or holder, in an address or a body. */
export const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/, '2 to 40 Latin letters, digits and hyphens');
const placeCode = code.meta({ description: 'P-code', example: 'SY0401' });
const holderCode = code.meta({ description: 'A word of our own', example: 'mi-235' });

const named = {
  nameAr: name.meta({ example: 'حمص' }),
  nameEn: name.meta({ example: 'Homs' }),
  spellings: names.meta({ description: 'Other usual spellings and names', example: ['Hims'] }),
  weak: names.meta({
    description: 'Spellings, the names among them too, that are everyday words or names of people',
    example: [],
  }),
  source: z
    .string()
    .trim()
    .min(1, '1 to 400 characters')
    .max(400, '1 to 400 characters')
    .meta({ description: 'Who says so, with the licence', example: 'athar' }),
};
const kept = { version: z.int().meta({ example: 1 }), updatedAt: z.string() };
const optional = {
  spellings: named.spellings.optional(),
  weak: named.weak.optional(),
  source: named.source.optional(),
};

const level = z.enum(placeLevels);
const placeParent = placeCode.nullable().meta({
  description: 'Code of the place that it lies directly in; null for a governorate',
  example: 'SY04',
});

export const place = z
  .object({ code: placeCode, level, ...named, parent: placeParent, ...kept })
  .meta({ id: 'Place' });
export const newPlace = z
  .strictObject({
    code: placeCode.meta({ description: 'P-code', example: 'SY049901' }),
    level: level.meta({ example: 'locality' }),
    nameAr: named.nameAr.meta({ example: 'قرية مخترعة' }),
    nameEn: named.nameEn.meta({ example: 'Invented village' }),
    parent: placeParent,
    ...optional,
  })
  .meta({ id: 'NewPlace' });
export const placeChange = newPlace
  .omit({ code: true, level: true })
  .partial()
  .meta({ id: 'PlaceChange' });
export const placesQuery = z.strictObject({
  ...pageQuery,
  level: level.optional(),
  parent: placeCode.optional(),
});
export const placesPage = pageOf(place).meta({ id: 'PlacesPage' });

const kind = z.enum(holderKinds);
const holderFields = {
  kind,
  nameAr: named.nameAr.meta({ example: 'فرع مخترع' }),
  nameEn: named.nameEn.meta({ example: 'Invented Branch' }),
  number: z
    .string()
    .regex(/^[0-9]{1,6}$/, '1 to 6 digits')
    .nullable()
    .meta({ description: 'The number that it is called by', example: '999' }),
  parent: holderCode.nullable().meta({ description: 'What it belongs to', example: 'mi' }),
  place: placeCode.nullable().meta({ description: 'Where it stands', example: 'SY01' }),
};

export const holder = z
  .object({ code: holderCode, ...named, ...holderFields, ...kept })
  .meta({ id: 'Holder' });
export const newHolder = z
  .strictObject({
    code: code.meta({ description: 'A word of our own', example: 'mi-999' }),
    ...holderFields,
    number: holderFields.number.optional(),
    parent: holderFields.parent.optional(),
    place: holderFields.place.optional(),
    ...optional,
  })
  .meta({ id: 'NewHolder' });
export const holderChange = newHolder.omit({ code: true }).partial().meta({ id: 'HolderChange' });
export const holdersQuery = z.strictObject({
  ...pageQuery,
  kind: kind.optional(),
  parent: holderCode.optional(),
  place: placeCode.optional(),
});
export const holdersPage = pageOf(holder).meta({ id: 'HoldersPage' });
