import { matchStates, outcomes } from '@athar/candidates';
import { z } from 'zod';
import { id, pageOf, pageQuery } from '../http/index.js';
import { band, explainedEvidence, judgement, leavingFields, moment } from './candidates.dto.js';

export const likePairsQuery = z.strictObject(pageQuery);

const summaryFields = {
  id,
  version: z.int().meta({ description: 'Send it as If-Match', example: 1 }),
  leftId: id,
  rightId: id,
  state: z.enum(matchStates),
  round: z.int().meta({ description: 'One more each time the pair came back', example: 1 }),
  returned: z.boolean(),
  band: band.nullable().meta({ description: 'null: not to be seen before judging' }),
  decidedAt: moment.nullable(),
  createdAt: moment,
  updatedAt: moment,
};

export const likePairSummary = z.object(summaryFields).meta({ id: 'LikePairSummary' });
export const likePairsPage = pageOf(likePairSummary).meta({ id: 'LikePairsPage' });

export const leftLikePairsPage = pageOf(
  z.object({ ...summaryFields, ...leavingFields }).meta({ id: 'LeftLikePair' }),
).meta({ id: 'LeftLikePairsPage' });

const decision = z
  .object({
    sequence: z.int(),
    round: z.int(),
    outcome: z.enum([...outcomes, 'revoked']),
    decidedBy: id.nullable().meta({ description: 'null: in another organisation' }),
    note: z.string().nullable(),
    createdAt: moment,
  })
  .meta({ id: 'LikePairDecision' });

/** What both kinds of pairs of two records of one kind have, beside the records. */
export const likePairFields = {
  ...summaryFields,
  changed: z
    .array(z.enum(['left', 'right']))
    .meta({ description: 'Sides that changed since the pair was last judged' }),
  assessment: z
    .object(explainedEvidence)
    .meta({ id: 'LikePairAssessment' })
    .nullable()
    .meta({ description: 'null: to be seen once you have judged; the model never decides' }),
  ownJudgement: judgement.nullable(),
  judgements: z
    .array(judgement)
    .nullable()
    .meta({ description: 'Of members of your own organisation' }),
  decisions: z.array(decision).nullable(),
};
