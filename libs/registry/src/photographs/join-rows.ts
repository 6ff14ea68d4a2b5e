import type { NumberHolder, SourceDocument } from '../sources/index.js';
import type { AssignedGroup } from './assign-groups.js';
import type { Grouping } from './grouping.js';

interface FoundingGroup {
  group: AssignedGroup;
  document: SourceDocument;
}

/**
 * Entries that new groups belong to: the one that lost photographs of the same number, branch and days and
 * stays for what people read there; else the one entry of a row that they fit and that has no
 * photographs yet. Where another group fits it as well, neither joins it; doubtful groups join nobody.
 */
export async function joinRows(
  { manager, seal, sources, settings }: Grouping,
  founding: readonly FoundingGroup[],
): Promise<Map<string, string>> {
  const certain = founding.filter(({ group }) => group.doubts.length === 0);
  const found = new Map<string, string>();
  if (certain.length === 0) return found;
  const queries = certain.map(({ document }) => ({
    number: document.numbers?.[0]?.value ?? '',
    branch: document.branch,
    dates: document.photoDates,
  }));
  const within = settings.collectionId;
  const holders = await sources.resolveByNumber(manager, seal, within, queries);
  const former = await sources.resolveTakenAway(manager, seal, within, queries);
  const claims = new Map<string, string[]>();
  for (const [index, { group }] of certain.entries()) {
    const entryId = onlyFormer(former[index] ?? []) ?? onlyFit(holders[index] ?? []);
    if (entryId !== undefined) claims.set(entryId, [...(claims.get(entryId) ?? []), group.id]);
  }
  for (const [entryId, [first, ...others]] of claims) {
    if (first !== undefined && others.length === 0) found.set(first, entryId);
  }
  return found;
}

function onlyFit(holders: readonly NumberHolder[]): string | undefined {
  const [first, ...others] = holders.filter((holder) => holder.fits);
  if (!first || others.length > 0) return undefined;
  return first.sources.some((source) => source.kind === 'photographs') ? undefined : first.entryId;
}

function onlyFormer(holders: readonly NumberHolder[]): string | undefined {
  const [first, ...others] = holders.filter((holder) => holder.fits);
  return others.length === 0 ? first?.entryId : undefined;
}
