import type { ImportView } from '@athar/imports';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { renderTable } from '../../terminal/table.js';
import { Service } from '../service/service.js';

/** Arguments of `athar imports`. */
export interface ListImportsOptions {
  as: string;
  url: string;
  collection?: string;
  kind?: string;
  state?: string;
  limit: number;
}

interface Members {
  members: { id: string; label: string }[];
}

/** Lists imports, newest first. @throws BadArguments, Refused */
export async function listImports(
  options: ListImportsOptions,
  session: Session,
): Promise<ExitCode> {
  const service = await Service.find(options.url, options.as, session);
  const { members } = await service.get<Members>('/api/organisation');
  const labels = new Map(members.map(({ id, label }) => [id, label]));
  const rows: string[][] = [];
  let more = false;
  for await (const view of service.list<ImportView>('/api/imports', filtersOf(options))) {
    more = rows.length === options.limit;
    if (more) break;
    rows.push(rowOf(view, labels.get(view.memberId) ?? view.memberId));
  }
  const { output } = session;
  if (rows.length === 0) output.note('There is no such import.');
  else output.result(renderTable(output.stdout, head, rows, [36, 20, 18, 32]));
  if (more) output.note('There are older ones: --limit shows more.');
  return exitCode.done;
}

const head = ['Import', 'File', 'When (UTC), by', 'How it stands'];

function filtersOf({ collection, kind, state, limit }: ListImportsOptions): Record<string, string> {
  return {
    limit: String(Math.min(limit + 1, 200)),
    ...(collection === undefined ? {} : { collectionId: collection }),
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { state }),
  };
}

function rowOf(view: ImportView, by: string): string[] {
  const { id, kind, fileName, createdAt, state, dryRun, failureCode, counts } = view;
  const why = failureCode === null ? '' : ` (${failureCode})`;
  const { rows, bad, added, changed, unchanged, undone, stayed } = counts;
  const takenBack = undone + stayed > 0 ? `, taken back ${undone}, stayed ${stayed}` : '';
  return [
    id,
    `${fileName ?? '-'}\n${kind}${dryRun ? ', dry run' : ''}`,
    `${createdAt.slice(0, 16).replace('T', ' ')}\n${by}`,
    `${state}${why}\nrows ${rows}, bad ${bad}, added ${added}, changed ${changed}, unchanged ${unchanged}${takenBack}`,
  ];
}
