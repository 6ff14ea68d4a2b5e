import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { LinkedEntries, type LinkedEntry } from '@athar/candidates';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';
import { linkedEntries } from './entry-pairs.dto.js';

/** Entries that confirmed pairs link with one. */
@ApiTags('entry-pairs')
@Controller('entries/:entryId/links')
export class EntryLinksController {
  constructor(private readonly links: LinkedEntries) {}

  @Get()
  @DescribeRoute({
    summary: 'Entries that document the same person',
    description:
      'For stewards and reviewers. Those that two reviewers confirmed, of whichever organisation; ' +
      'without what the terms of a custodian hold back. Recorded.',
    answers: linkedEntries,
    errors: [404, 409],
  })
  async read(
    @CurrentActor() actor: Actor,
    @Param('entryId', { schema: id }) entryId: string,
  ): Promise<{ items: LinkedEntry[] }> {
    return { items: await this.links.read(actor, entryId) };
  }
}
