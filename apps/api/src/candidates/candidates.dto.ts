import { judgementReasons, matchStates, outcomes, verdicts } from '@athar/candidates';
import { z } from 'zod';
import { entry } from '../entries/entries.dto.js';
import { id, pageOf, pageQuery } from '../http/index.js';
import { documentFields } from '../reports/document.dto.js';

const instant = z.string().meta({ example: '2030-01-31T09:30:00.000Z' });
const band = z.enum(['weak', 'fair', 'strong']);
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
  band: band.nullable().meta({ description: 'null: not to be seen before judging' }),
  decidedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
};

export const candidateSummary = z.object(summaryFields).meta({ id: 'CandidateSummary' });
export const candidatesPage = pageOf(candidateSummary).meta({ id: 'CandidatesPage' });

const assessment = z
  .object({
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
    fitsEqually: z.int().meta({
      description: 'Other cases of yours, decided or judged by you, that fit within one bit',
    }),
  })
  .meta({ id: 'Assessment' });

const judgement = z
  .object({
    id,
    memberId: id,
    round: z.int(),
    verdict: z.enum(verdicts),
    reasons: z.array(z.enum(judgementReasons)),
    note: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Judgement' });

const decision = z
  .object({
    sequence: z.int(),
    round: z.int(),
    outcome: z.enum([...outcomes, 'revoked']),
    decidedBy: id,
    note: z.string().nullable(),
    createdAt: instant,
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
    assessment: assessment
      .nullable()
      .meta({ description: 'null: to be seen once you have judged; the model never decides' }),
    ownJudgement: judgement.nullable(),
    judgements: z.array(judgement).nullable(),
    decisions: z.array(decision).nullable(),
  })
  .meta({ id: 'Candidate' });
