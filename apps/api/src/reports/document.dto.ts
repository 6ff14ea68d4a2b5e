import { statementSources } from '@athar/cases';
import { z } from 'zod';
import { written } from '../contacts/contacts.dto.js';

const name = written(200);
const names = z.array(name).max(20, 'at most 20 names');
const place = written(300).meta({ example: 'Example town' });
const source = z.enum(statementSources).meta({ description: 'How the relative knows it' });

/** The form of a date is checked with its meaning, by the room that keeps it. */
const date = z.string().max(60, 'an EDTF date of at most 60 characters').meta({
  description: 'EDTF, kept as written: 1987, 1987-05, 1987~, 2013/2014, 2013-11/..',
  example: '2013-05~',
});

export const person = z
  .strictObject({
    names: z
      .strictObject({
        full: names.exactOptional().meta({ example: ['زيد مثال'] }),
        given: name.exactOptional().meta({ example: 'Zayd' }),
        father: name.exactOptional().meta({ example: 'Example' }),
        grandfather: name.exactOptional().meta({ example: 'Sample' }),
        family: name.exactOptional().meta({ example: 'Placeholder' }),
        mother: name.exactOptional().meta({ example: 'Specimen' }),
        knownAs: names.exactOptional().meta({ example: ['أبو مثال'] }),
      })
      .meta({ description: 'At least one name, whole or in parts, in either script' }),
    sex: z.enum(['male', 'female']).exactOptional(),
    birthDate: date.exactOptional().meta({ example: '1987~' }),
    home: z
      .strictObject({
        governorate: place.exactOptional().meta({ example: 'Hama' }),
        place: place.exactOptional(),
      })
      .exactOptional(),
    marks: z
      .array(written(500))
      .max(50, 'at most 50 marks')
      .exactOptional()
      .meta({ example: ['scar on the left hand'] }),
    detaineeNumber: written(60).exactOptional().meta({ example: '1234' }),
  })
  .meta({ id: 'MissingPerson' });

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
  detentions: z
    .array(
      z.strictObject({
        place,
        from: date.exactOptional(),
        to: date.exactOptional(),
        source,
      }),
    )
    .max(50, 'at most 50 places')
    .exactOptional(),
  circumstances: written(20_000)
    .exactOptional()
    .meta({ example: 'Taken from home in the morning; what the neighbours saw.' }),
};

export const reportDocument = z.strictObject(documentFields).meta({ id: 'ReportDocument' });
