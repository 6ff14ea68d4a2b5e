import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dnaSamples } from '@athar/cases';
import { dnaSample, dnaSampleList, newDnaSample } from './case-details.dto.js';
import { DetailRoutes } from './detail-routes.js';

/** DNA samples that relatives of a case gave, and where. */
@ApiTags('cases')
@Controller('cases/:caseId/dna-samples')
export class DnaSamplesController extends DetailRoutes({
  type: dnaSamples,
  ...{ entered: newDnaSample, one: dnaSample, list: dnaSampleList },
  summaries: {
    list: 'DNA samples given for a case',
    add: 'Note that a DNA sample was given',
    replace: 'Correct what is noted of a DNA sample',
    remove: 'Take the note of a DNA sample away',
  },
  param: 'sampleId',
}) {}
