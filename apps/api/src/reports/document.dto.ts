import { z } from 'zod';
import { written } from '../contacts/contacts.dto.js';
import { date, person, place, source } from './person.dto.js';

const detention = z.strictObject({
  place,
  from: date.exactOptional(),
  to: date.exactOptional(),
  source,
});

const sighting = z.strictObject({
  date: date.exactOptional(),
  place: place.exactOptional(),
  by: written(200).exactOptional().meta({ example: 'A man released in 2014' }),
  source,
  note: written(2000).exactOptional().meta({ example: 'Was ill, could walk' }),
});

const witness = z.strictObject({
  name: written(200).exactOptional().meta({ example: 'Witness Placeholder' }),
  relation: written(200).exactOptional().meta({ example: 'cellmate' }),
  what: written(4000).meta({ example: 'Was in the same cell in spring' }),
  date: date.exactOptional().meta({ description: 'When the witness said it' }),
  source,
  contactable: z.boolean().exactOptional().meta({
    description: 'Whether the witness agrees to being asked; left out: nobody knows',
  }),
});

const belonging = z.strictObject({
  what: written(500).meta({ example: 'Blue coat, silver ring' }),
  source,
});

/** What one relative says about one missing person. */
export const documentFields = {
  person,
  lastSeen: z
    .strictObject({ date: date.exactOptional(), source, place: place.exactOptional() })
    .exactOptional(),
  arrest: z
    .strictObject({
      date: date.exactOptional(),
      source,
      by: place.exactOptional().meta({
        description: 'The branch or force that took the person',
        example: 'Branch 215',
      }),
      place: place.exactOptional(),
    })
    .exactOptional(),
  detentions: z.array(detention).max(50, 'at most 50 places').exactOptional(),
  sightings: z
    .array(sighting)
    .max(50, 'at most 50 sightings')
    .exactOptional()
    .meta({ description: 'Seen alive after the arrest, or said to have been' }),
  witnesses: z
    .array(witness)
    .max(50, 'at most 50 witnesses')
    .exactOptional()
    .meta({ description: 'Who says it, where it is not the relative herself' }),
  belongings: z
    .array(belonging)
    .max(50, 'at most 50 belongings')
    .exactOptional()
    .meta({ description: 'What the person wore or carried' }),
  circumstances: written(20_000)
    .exactOptional()
    .meta({ example: 'Taken from home in the morning; what the neighbours saw.' }),
};

export const reportDocument = z.strictObject(documentFields).meta({ id: 'ReportDocument' });
