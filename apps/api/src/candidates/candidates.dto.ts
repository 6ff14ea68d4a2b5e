import {
  judgementReasons,
  leavingReasons,
  matchStates,
  outcomes,
  verdicts,
} from '@athar/candidates';
import { heldReasons } from '@athar/registry';
import { z } from 'zod';
import { entry } from '../entries/entries.dto.js';
import { id, pageOf, pageQuery } from '../http/index.js';
import { documentFields } from '../reports/document.dto.js';

export const moment = z.string().meta({ example: '2030-01-31T09:30:00.000Z' });
export const band = z.enum(['weak', 'fair', 'strong']);
const centibits = z
  .int()
  .meta({ description: 'Hundredths of a bit; negative: against', example: 812 });
const note = z
  .string()
  .trim()
  .min(1, '1 to 2,000 characters')
  .max(2000, '1 to 2,000 characters')
  .meta({ example: 'The number on the card is hard to read.' });

export const queueQuery = z.strictObject({
  ...pageQuery,
  caseId: id.optional(),
  returned: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Only pairs that come back, or only those that never were judged' }),
});
export const leftQuery = z.strictObject({
  ...pageQuery,
  caseId: id.optional(),
  because: z
    .enum(leavingReasons)
    .optional()
    .meta({ description: 'Only what left for this reason' }),
});
export const caseCandidatesQuery = z.strictObject(pageQuery);

export const localeQuery = z.strictObject({
  locale: z.enum(['ar', 'en']).default('ar').meta({ description: 'Language of the sentences' }),
});

export const newJudgement = z
  .strictObject({
    verdict: z.enum(verdicts),
    reasons: z
      .array(z.enum(judgementReasons))
      .min(1, '1 to 20 reasons')
      .max(20, '1 to 20 reasons')
      .meta({ example: ['names_agree', 'mother_agrees'] }),
    note: note.optional().meta({ description: 'For colleagues; kept sealed' }),
  })
  .meta({ id: 'NewJudgement' });

export const newRevocation = z
  .strictObject({ note: note.meta({ description: 'Why, for colleagues; kept sealed' }) })
  .meta({ id: 'NewRevocation' });

const summaryFields = {
  id,
  version: z.int().meta({ description: 'Send it as If-Match', example: 1 }),
  caseId: id,
  caseReference: z.string(),
  reportId: id,
  entryId: id,
  state: z.enum(matchStates),
  round: z.int().meta({ description: 'One more each time the pair came back', example: 1 }),
  returned: z.boolean(),
  alsoConfirmedElsewhere: z
    .boolean()
    .meta({ description: 'Another case of yours holds this entry confirmed' }),
  confirmedInAnotherOrganisation: z
    .boolean()
    .nullable()
    .meta({ description: 'Only whether, never which; null for who does not review' }),
  held: z
    .enum(heldReasons)
    .nullable()
    .meta({ description: 'Why the terms of the custodian hold the pair back now' }),
  custodian: z.string().nullable().meta({ description: 'Whom to ask where something is held' }),
  band: band.nullable().meta({ description: 'null: not to be seen before judging' }),
  decidedAt: moment.nullable(),
  createdAt: moment,
  updatedAt: moment,
};

export const candidateSummary = z.object(summaryFields).meta({ id: 'CandidateSummary' });
export const candidatesPage = pageOf(candidateSummary).meta({ id: 'CandidatesPage' });

/** That and why matching took a pair out of the queue. */
export const leavingFields = {
  leftAt: moment.nullable(),
  leftBecause: z
    .enum(leavingReasons)
    .nullable()
    .meta({
      description:
        'below_floor: same records, weighed anew they fit too little. crowded_out: as many others as ' +
        'are kept fit at least as well. record_changed: one of the two changed. record_closed: the ' +
        'other record may not be compared any more. null: it left before reasons were kept',
    }),
};
export const leftCandidatesPage = pageOf(
  z.object({ ...summaryFields, ...leavingFields }).meta({ id: 'LeftCandidate' }),
).meta({ id: 'LeftCandidatesPage' });

/** What the model thinks of a pair by itself. */
export const explainedEvidence = {
  band,
  probability: z.number().meta({ example: 0.93 }),
  calibration: z.literal('simulated'),
  centibits,
  modelVersion: z.string(),
  evidence: z.array(
    z.object({
      kind: z.string().meta({ example: 'name' }),
      code: z.string().meta({ example: 'same-sound' }),
      centibits,
      sentence: z.string(),
    }),
  ),
};

const assessment = z
  .object({
    ...explainedEvidence,
    fitsEqually: z.int().meta({
      description: 'Other cases of yours, decided or judged by you, that fit within one bit',
    }),
  })
  .meta({ id: 'Assessment' });

export const judgement = z
  .object({
    id,
    memberId: id,
    round: z.int(),
    verdict: z.enum(verdicts),
    reasons: z.array(z.enum(judgementReasons)),
    note: z.string().nullable(),
    createdAt: moment,
  })
  .meta({ id: 'Judgement' });

const decision = z
  .object({
    sequence: z.int(),
    round: z.int(),
    outcome: z.enum([...outcomes, 'revoked']),
    decidedBy: id,
    note: z.string().nullable(),
    createdAt: moment,
  })
  .meta({ id: 'Decision' });

export const candidate = z
  .object({
    ...summaryFields,
    changed: z
      .array(z.enum(['report', 'entry']))
      .meta({ description: 'Sides that changed since the pair was last judged' }),
    alsoStrongElsewhere: z.boolean().nullable(),
    report: z.object({ id, document: z.object(documentFields) }),
    entry,
    linkedEntries: z
      .array(entry)
      .nullable()
      .meta({
        description:
          'Entries that two people hold to document the same person as `entry`; each is evidence of ' +
          'its own. null for who does not review',
      }),
    assessment: assessment
      .nullable()
      .meta({ description: 'null: to be seen once you have judged; the model never decides' }),
    ownJudgement: judgement.nullable(),
    judgements: z.array(judgement).nullable(),
    decisions: z.array(decision).nullable(),
  })
  .meta({ id: 'Candidate' });
