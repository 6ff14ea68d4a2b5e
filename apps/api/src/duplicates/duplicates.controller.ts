import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Duplicates, type DuplicateSide } from '@athar/candidates';
import { likePairRoutes } from '../candidates/like-pair-routes.js';
import { duplicate } from './duplicates.dto.js';

const routes = likePairRoutes<DuplicateSide>({
  answers: duplicate,
  queue: 'For reviewers. Without reports that you entered and without pairs that you have judged.',
  left:
    'For reviewers. What matching weighed anew and found to fit too little, or a report that changed; ' +
    'they were not decided, so they are not rejected. Without reports that you entered.',
  read: 'Undecided pairs are for reviewers who entered neither report, decided ones also for caseworkers and coordinators.',
  judge:
    'For reviewers, once a round, not for reports that they entered. Where two say that it is one person, the two cases become one: the older one stays, the reference of the other leads to it. No relative is told.',
  revoke:
    'For reviewers and coordinators; what was confirmed for coordinators only: the case becomes two again, and each report goes with the reference that its relative was given.',
});

/** Pairs of two reports that may concern one person. */
@ApiTags('duplicates')
@Controller('duplicates')
export class DuplicatesController extends routes {
  constructor(pairs: Duplicates) {
    super(pairs);
  }
}
