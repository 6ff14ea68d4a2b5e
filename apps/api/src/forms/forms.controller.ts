import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readOrganisation, type Actor } from '@athar/access';
import { formLanguages, intakeForm, type FormLanguage } from '@athar/cases';
import { Database } from '@athar/persistence';
import { printForm } from '@athar/printing';
import type { Response } from 'express';
import { z } from 'zod';
import { CurrentActor, DescribeRoute } from '../http/index.js';

const formQuery = z.strictObject({
  language: z.enum(formLanguages).default('ar').meta({ example: 'ar' }),
});

/** Forms on paper, for families without a connection. */
@ApiTags('forms')
@Controller('forms')
export class FormsController {
  /** Setting the letters of one takes a second: it is done once. */
  private readonly sheets = new Map<string, Promise<Buffer>>();

  constructor(private readonly database: Database) {}

  @Get('intake')
  @DescribeRoute({
    summary: 'The report of a missing person as a form to be filled in by hand',
    description:
      'For every member. Beside each field stands the column that it is typed into, for an import of ' +
      'reports. The organisation’s name stands on it, unless it is discreet.',
    file: ['application/pdf'],
  })
  async intake(
    @CurrentActor() actor: Actor,
    @Query({ schema: formQuery }) { language }: z.output<typeof formQuery>,
    @Res() response: Response,
  ): Promise<void> {
    const { name, discreet } = await this.database.inOrganisation(
      actor.organisationId,
      readOrganisation,
    );
    // A sheet lies about at home: it tells whom a family turned to only where that does no harm.
    const pdf = await this.sheet(language, discreet ? null : name);
    response.type('application/pdf').attachment(`intake-${language}.pdf`).send(pdf);
  }

  private sheet(language: FormLanguage, organisation: string | null): Promise<Buffer> {
    const key = JSON.stringify([language, organisation]);
    const head = organisation === null ? {} : { organisation };
    const sheet = this.sheets.get(key) ?? printForm({ ...intakeForm(language), ...head });
    this.sheets.set(key, sheet);
    sheet.catch(() => this.sheets.delete(key));
    return sheet;
  }
}
