import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { referencesElsewhere } from '@athar/cases';
import { newReference, reference, references } from './case-details.dto.js';
import { DetailRoutes } from './detail-routes.js';

/** The numbers under which other bodies know a case. */
@ApiTags('cases')
@Controller('cases/:caseId/references')
export class CaseReferencesController extends DetailRoutes({
  type: referencesElsewhere,
  ...{ entered: newReference, one: reference, list: references },
  summaries: {
    list: 'References of a case elsewhere',
    add: 'Note a reference elsewhere',
    replace: 'Correct a reference elsewhere',
    remove: 'Take a reference away',
  },
  param: 'referenceId',
}) {}
