import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { FailedJobs } from '@athar/candidates';
import type { FailedJob, QueueName } from '@athar/queue';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute } from '../http/index.js';
import { failedJobs, failedJobsQuery, jobId, queueName, retriedJob } from './matching.dto.js';

/** Work that was given up: codes and ids only. */
@ApiTags('operation')
@Controller('jobs')
export class JobsController {
  constructor(private readonly failedJobs: FailedJobs) {}

  @Get('failed')
  @DescribeRoute({
    summary: 'Jobs that were given up, newest first',
    description: 'For coordinators: jobs of your organisation and of the registry.',
    answers: failedJobs,
    errors: [503],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: failedJobsQuery }) { limit }: z.output<typeof failedJobsQuery>,
  ): Promise<{ items: Omit<FailedJob, 'payload'>[] }> {
    const jobs = await this.failedJobs.list(actor, limit);
    return { items: jobs.map(({ payload: _payload, ...job }) => job) };
  }

  @Post(':queue/:id/retry')
  @HttpCode(202)
  @DescribeRoute({
    summary: 'Try a job again that was given up',
    description: 'For coordinators.',
    status: 202,
    answers: retriedJob,
    errors: [404, 409, 503],
  })
  async retry(
    @CurrentActor() actor: Actor,
    @Param('queue', { schema: queueName }) queue: QueueName,
    @Param('id', { schema: jobId }) id: string,
  ): Promise<z.output<typeof retriedJob>> {
    await this.failedJobs.retry(actor, queue, id);
    return { queue, id };
  }
}
