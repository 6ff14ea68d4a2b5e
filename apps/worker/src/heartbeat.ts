import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CONFIG, type Config } from '@athar/config';
import { Database } from '@athar/persistence';
import { JobProducer } from '@athar/queue';

const EVERY_MS = 15_000;

/**
 * A worker has no address to ask. While database and queue answer it, it renews the file
 * `worker.alive` in the data folder; a container's health check looks at the file's age.
 */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('worker');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: JobProducer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => void this.beat(), EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    try {
      await Promise.all([this.database.beforeOrganisation('SELECT 1'), this.jobs.counts()]);
      await mkdir(this.config.dataDirectory, { recursive: true, mode: 0o700 });
      await writeFile(join(this.config.dataDirectory, 'worker.alive'), '');
    } catch (error) {
      this.log.warn({ message: 'Database, queue or data folder do not answer', error });
    }
  }
}
