import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Members, memberRoles, readOrganisation, type Actor } from '@athar/access';
import { Database } from '@athar/persistence';
import { z } from 'zod';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';

const organisation = z
  .object({
    id,
    name: z.string().meta({ example: 'Families First' }),
    phone: z.string().meta({ example: '+963 000 000 000' }),
    discreet: z.boolean().meta({ description: 'Messages do not name the organisation' }),
    members: z.array(
      z.object({
        id,
        label: z.string().meta({ example: 'reviewer-1' }),
        roles: z.array(z.enum(memberRoles)),
        createdAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'Organisation' });

/** The organisation that the acting member belongs to. */
@ApiTags('organisation')
@Controller('organisation')
export class OrganisationController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
  ) {}

  @Get()
  @DescribeRoute({ summary: 'Your organisation and its members', answers: organisation })
  read(@CurrentActor() actor: Actor): Promise<z.output<typeof organisation>> {
    return this.database.inOrganisation(actor.organisationId, async (manager) => ({
      ...(await readOrganisation(manager)),
      members: await this.members.list(manager),
    }));
  }
}
