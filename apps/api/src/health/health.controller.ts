import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import { z } from 'zod';
import { DescribeRoute, Open } from '../http/index.js';
import { NotReady } from './errors.js';

const health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

/** What a container's health check and an operator at night ask. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobProducer,
  ) {}

  @Get('live')
  @Open()
  @DescribeRoute({ summary: 'The process runs', answers: health })
  live(): z.output<typeof health> {
    return { status: 'ok' };
  }

  @Get('ready')
  @Open()
  @DescribeRoute({
    summary: 'The database and the queue answer',
    answers: health,
    errors: [503],
  })
  async ready(): Promise<z.output<typeof health>> {
    await Promise.all([this.database.beforeOrganisation('SELECT 1'), this.jobs.counts()]).catch(
      (cause: unknown) => {
        throw new NotReady(cause);
      },
    );
    return { status: 'ok' };
  }
}
