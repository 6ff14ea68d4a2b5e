import type { AddOptions, JobPayloads } from '@athar/queue';

/** The job that applies an import; named by the import, so that it is never queued twice. */
export function applyImportJob(
  organisationId: string,
  importId: string,
): ['apply-import', JobPayloads['apply-import'], AddOptions] {
  return ['apply-import', { organisationId, importId }, { id: `import-${importId}` }];
}
