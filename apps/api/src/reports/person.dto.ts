import { alternativeKinds, sourcedFacts, statementSources } from '@athar/cases';
import { z } from 'zod';
import { written } from '../contacts/contacts.dto.js';

const name = written(200);
const nameList = z.array(name).max(20, 'at most 20 names');

export const place = written(300).meta({ example: 'Example town' });
export const source = z
  .enum(statementSources)
  .meta({ description: 'How the relative knows it', example: 'first_hand' });

/** The form of a date is checked with its meaning, by the room that keeps it. */
export const date = z.string().max(60, 'an EDTF date of at most 60 characters').meta({
  description: 'EDTF, kept as written: 1987, 1987-05, 1987~, 2013/2014, 2013-11/..',
  example: '2013-05~',
});

const names = z
  .strictObject({
    full: nameList.exactOptional().meta({ example: ['زيد مثال'] }),
    given: name.exactOptional().meta({ example: 'Zayd' }),
    secondGiven: name.exactOptional().meta({
      description: 'Second of a double given name, where the relative tells them apart',
      example: 'Ali',
    }),
    father: name.exactOptional().meta({ example: 'Example' }),
    grandfather: name.exactOptional().meta({ example: 'Sample' }),
    family: name.exactOptional().meta({ example: 'Placeholder' }),
    mother: name.exactOptional().meta({ example: 'Specimen' }),
    motherFamily: name.exactOptional().meta({ example: 'Instance' }),
    husband: name.exactOptional().meta({
      description: 'A woman’s husband; not matched',
      example: 'Example Sample',
    }),
    knownAs: nameList.exactOptional().meta({ example: ['أبو مثال'] }),
  })
  .meta({ description: 'At least one name, whole or in parts, in either script' });

const alternative = z
  .strictObject({
    names,
    source,
    kind: z.enum(alternativeKinds).exactOptional().meta({ example: 'other_family' }),
    note: written(1000).exactOptional().meta({ example: 'Used by the uncles only' }),
  })
  .meta({
    id: 'NameAlternative',
    description: 'Another reading; parts that it leaves out are those of the main name',
  });

const papers = z
  .strictObject({
    registerPlace: place.exactOptional().meta({ description: 'محل القيد' }),
    registerNumber: written(60).exactOptional().meta({ description: 'رقم القيد', example: '77' }),
    nationalNumber: written(60).exactOptional().meta({ example: '00000000000' }),
  })
  .meta({ description: 'What stands on the identity paper; not matched' });

const heldNumber = z.strictObject({
  value: written(60).meta({ example: '77' }),
  source,
  givenBy: place.exactOptional().meta({ example: 'Branch 215' }),
});

const sources = z
  .strictObject(
    Object.fromEntries(sourcedFacts.map((fact) => [fact, source.exactOptional()])) as Record<
      (typeof sourcedFacts)[number],
      z.ZodExactOptional<typeof source>
    >,
  )
  .meta({ description: 'How single facts are known' });

export const person = z
  .strictObject({
    names,
    alternatives: z.array(alternative).max(20, 'at most 20 alternatives').exactOptional(),
    papers: papers.exactOptional(),
    sex: z.enum(['male', 'female']).exactOptional(),
    birthDate: date.exactOptional().meta({ example: '1987~' }),
    birthPlace: place.exactOptional().meta({ example: 'Hama' }),
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
    otherNumbers: z.array(heldNumber).max(20, 'at most 20 numbers').exactOptional(),
    sources: sources.exactOptional(),
  })
  .meta({ id: 'MissingPerson' });
