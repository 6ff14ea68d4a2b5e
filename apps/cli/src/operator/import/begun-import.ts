import type { ImportView } from '@athar/imports';
import type { Service } from '../service/service.js';

/** An import that the service may have begun with a file that was sent. */
export interface SentFile {
  /** Of the import, once the service told it. */
  id?: string | undefined;
  /** Of the import that was the newest before. */
  before?: string | undefined;
  fileName?: string;
}

/** Id of the newest import that the member sees; undefined where there is none. */
export async function newestImport(service: Service): Promise<string | undefined> {
  const path = '/api/imports?limit=1';
  return (await service.get<{ items: ImportView[] }>(path)).items[0]?.id;
}

/** How the import of a file stands; undefined where none of that name was begun since. */
export async function findImport(
  service: Service,
  { id, before, fileName }: SentFile,
): Promise<ImportView | undefined> {
  if (id !== undefined) return service.get<ImportView>(`/api/imports/${id}`);
  for await (const view of service.list<ImportView>('/api/imports', { limit: '50' })) {
    if (view.id === before) return undefined;
    if (view.memberId === service.member && view.fileName === fileName) return view;
  }
  return undefined;
}
