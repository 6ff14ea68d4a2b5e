import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import type { Trial } from '@athar/photo-titles';
import { TitlePatternKeeping, type TitleSettingsView } from '@athar/registry';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, IfMatch, id } from '../http/index.js';
import {
  patternLanguage,
  titlePatterns,
  titlePatternsChange,
  titleTrial,
  titleTrials,
} from './title-patterns.dto.js';

/** How the titles of a collection's photographs are read. */
@ApiTags('registry')
@Controller('collections/:id/title-patterns')
export class TitlePatternsController {
  constructor(private readonly titles: TitlePatternKeeping) {}

  @Get()
  @DescribeRoute({
    summary: 'The title patterns of a collection',
    description:
      'For stewards and coordinators. The ETag is what an edit needs; there is one before any pattern was written.',
    answers: titlePatterns,
    errors: [404],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
  ): Promise<TitleSettingsView> {
    return this.titles.read(actor, collectionId);
  }

  @Put()
  @DescribeRoute({
    summary: 'Write the title patterns of a collection',
    description:
      'For stewards of the organisation that keeps it. Photographs that are there are read and ' +
      'grouped anew when their manifest is brought in again. What is left out takes its first value. ' +
      patternLanguage,
    answers: titlePatterns,
    errors: [404],
    conditional: true,
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
    @IfMatch() version: number,
    @Body({ schema: titlePatternsChange }) body: z.output<typeof titlePatternsChange>,
  ): Promise<TitleSettingsView> {
    return this.titles.save(actor, collectionId, version, body);
  }

  @Post('try')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Try title patterns on examples',
    description:
      'For stewards and coordinators. Nothing is kept. Tells of each example its parts with their ' +
      'places, or how far each pattern came and what could have stood there. ' +
      patternLanguage,
    answers: titleTrials,
    errors: [404],
  })
  async try(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
    @Body({ schema: titleTrial }) body: z.output<typeof titleTrial>,
  ): Promise<z.output<typeof titleTrials>> {
    const trials = await this.titles.try(actor, collectionId, body.examples, body.patterns);
    return { trials: trials.map(toResult) };
  }
}

function toResult({ line, text, reading }: Trial): z.output<typeof titleTrials>['trials'][number] {
  if (text === undefined || !reading) return { line };
  const { read } = reading;
  if (!read) return { line, text, read, stops: reading.stops };
  return { line, text, read, pattern: reading.pattern, parts: reading.parts };
}
