import { Injectable } from '@nestjs/common';
import { Processes, type JobContext, type JobHandler, type JobPayloads } from '@athar/queue';
import { Imports } from '@athar/imports';

/** Turns the checked rows of an import into entries. */
@Injectable()
@Processes('apply-import')
export class ApplyImportProcessor implements JobHandler<'apply-import'> {
  constructor(private readonly imports: Imports) {}

  handle(
    { organisationId, importId }: JobPayloads['apply-import'],
    context: JobContext,
  ): Promise<void> {
    const progress = (done: number) => context.progress(done);
    return this.imports.apply(organisationId, importId, progress, context.signal);
  }
}
