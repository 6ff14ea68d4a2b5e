import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EntryPairs } from '@athar/candidates';
import type { EntryView } from '@athar/registry';
import { entryPair } from './entry-pairs.dto.js';
import { likePairRoutes } from './like-pair-routes.js';

const routes = likePairRoutes<EntryView>({
  answers: entryPair,
  queue: 'For reviewers of any organisation. In an order of your own that tells nothing of scores.',
  left:
    'For reviewers of any organisation. What matching weighed anew and found to fit too little, or an ' +
    'entry that changed; they were not decided, so they are not rejected.',
  read: 'Undecided pairs are for reviewers, decided ones also for stewards. The first reviewer who opens a pair is shown the evidence; the others once they have judged.',
  judge:
    'For reviewers of any organisation, once a round. The second judgement of a round decides. What you say is seen in your organisation only, what was decided in all.',
  revoke: 'For reviewers and coordinators. The pair is judged by two again; nothing is deleted.',
});

/** Pairs of two entries that may document one person, shared by all organisations. */
@ApiTags('entry-pairs')
@Controller('entry-pairs')
export class EntryPairsController extends routes {
  constructor(pairs: EntryPairs) {
    super(pairs);
  }
}
