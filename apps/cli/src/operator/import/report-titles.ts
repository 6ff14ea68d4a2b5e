import type { ImportView } from '@athar/imports';
import type { TitleImportCounts } from '@athar/registry';
import type { Service } from '../service/service.js';
import type { ImportSentences } from './import-sentences.js';

/** What an import of titles says beside its rows: what no pattern read, and what became of the rest. */
export async function titleSentences(
  service: Service,
  { id, state, foreseen }: ImportView,
  unread: string,
  sentences: ImportSentences,
): Promise<string[]> {
  const told = [sentences.unreadTitles(unread)];
  if (foreseen['groups'] !== undefined) told.push(sentences.groupsForeseen(foreseen['groups']));
  if (state !== 'applied') return told;
  const counts = await service.get<TitleImportCounts>(`/api/imports/${id}/photographs`);
  told.push(sentences.groups(counts));
  const { entriesKept } = counts;
  return entriesKept.length > 0 ? [...told, sentences.entriesKept(entriesKept)] : told;
}
