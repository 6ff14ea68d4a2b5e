import { referenceKinds, referralKinds, referralStatuses } from '@athar/cases';
import { z } from 'zod';
import { written } from '../contacts/contacts.dto.js';
import { id } from '../http/index.js';
import { date } from '../reports/person.dto.js';

const note = written(2000).exactOptional().meta({ example: 'Letter is in the folder' });
const contactId = id.exactOptional().meta({ description: 'The relative whom it concerns' });

/** What every detail shows beside its own fields. */
const head = {
  id,
  caseId: id,
  contactId: id.nullable(),
  version: z.int().meta({ example: 1 }),
  addedBy: id,
  addedAt: z.string(),
  updatedAt: z.string(),
};

const referenceFields = {
  kind: z.enum(referenceKinds),
  number: written(100).meta({ example: 'ABC-000123' }),
  body: written(200).exactOptional().meta({
    description: 'Which body, where the kind is other',
    example: 'A lawyers’ association',
  }),
  since: date.exactOptional(),
  note,
};

export const newReference = z
  .strictObject({ ...referenceFields, contactId })
  .meta({ id: 'NewCaseReference' });
export const reference = z
  .object({ ...head, ...referenceFields })
  .meta({ id: 'CaseReference', description: 'The number under which another body knows the case' });
export const references = z.object({ items: z.array(reference) }).meta({ id: 'CaseReferences' });

const sampleFields = {
  takenAt: written(300).meta({ description: 'Who took it, where', example: 'Example laboratory' }),
  takenOn: date.exactOptional(),
  relative: written(200).exactOptional().meta({
    description: 'How the giver stands to the missing person, where the giver is no contact',
    example: 'father',
  }),
  reference: written(100).exactOptional().meta({ example: 'LAB-000123' }),
  note,
};

export const newDnaSample = z
  .strictObject({ ...sampleFields, contactId })
  .meta({ id: 'NewDnaSample' });
export const dnaSample = z
  .object({ ...head, ...sampleFields })
  .meta({ id: 'DnaSample', description: 'That a relative gave a sample; never its profile' });
export const dnaSampleList = z.object({ items: z.array(dnaSample) }).meta({ id: 'DnaSamples' });

const referralFields = {
  kind: z.enum(referralKinds),
  status: z.enum(referralStatuses),
  to: written(300).meta({ example: 'Example legal aid' }),
  referredOn: date.exactOptional(),
  acceptedOn: date.exactOptional(),
  endedOn: date.exactOptional(),
  note,
};

export const newReferral = z
  .strictObject({ ...referralFields, contactId })
  .meta({ id: 'NewReferral' });
export const referral = z.object({ ...head, ...referralFields }).meta({ id: 'Referral' });
export const referralList = z.object({ items: z.array(referral) }).meta({ id: 'Referrals' });
