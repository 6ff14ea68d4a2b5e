import type { ImportView } from '@athar/imports';
import type { TitleImportCounts } from '@athar/registry';
import type { Session } from '../../session.js';
import type { Service } from '../service/service.js';

/** What an import of titles says beside its rows: what no pattern read, and what became of the rest. */
export async function reportTitles(
  service: Service,
  { id, state }: ImportView,
  unread: string,
  { output }: Session,
): Promise<void> {
  output.result(`Titles that no pattern reads: ${unread}.`);
  if (state !== 'applied') return;
  const counts = await service.get<TitleImportCounts>(`/api/imports/${id}/photographs`);
  const { groups, entriesAdded, entriesChanged, entriesUnchanged } = counts;
  output.result(
    `Groups of one person each: ${groups}. Entries added ${entriesAdded}, changed ` +
      `${entriesChanged}, unchanged ${entriesUnchanged}.`,
  );
}
