import { canonicalJson } from '@athar/imports';
import type { EntryDocument } from '../entry-document.js';
import type { HandDocument, Provenance, SourceDocument, SourceKind } from './source.js';

/** A source as merging sees it. */
export interface MergeableSource {
  id: string;
  kind: SourceKind;
  /** Sorts as text by the time when it was written. */
  writtenAt: string;
  document: SourceDocument | HandDocument;
}

/** What an entry's sources say together, and which of them gave which field. */
export interface MergedEntry {
  document: EntryDocument;
  provenance: Provenance;
}

/** Whose single values stand: of sources of one kind the newest. */
const precedence: readonly SourceKind[] = ['hand', 'reading', 'row', 'photographs'];

type Fields = Readonly<Record<string, unknown>>;

interface Ranked extends MergeableSource {
  rank: number;
  fields: Fields;
}

/**
 * Merges what sources say of one person. Lists are united, except that a list given by hand stands
 * instead of all others; of single values that of the first in precedence stands. The result depends
 * on what the sources say, not on the order in which they are given or came.
 */
export function mergeSources(sources: readonly MergeableSource[]): MergedEntry {
  const ranked = sources.map((source) => ({ ...source, ...ranking(source) })).sort(byPrecedence);
  const provenance: Record<string, readonly string[]> = {};
  const document = mergeFields(ranked, '', provenance);
  return {
    document: {
      ...document,
      names: document['names'] ?? {},
      numbers: document['numbers'] ?? [],
      category: document['category'] ?? 'unknown',
      state: document['state'] ?? 'open',
    } as EntryDocument,
    provenance,
  };
}

function ranking(source: MergeableSource): { rank: number; fields: Fields } {
  return { rank: precedence.indexOf(source.kind), fields: spoken(source) };
}

/** Without what a list says by saying nothing: of an unknown category, of a state that is open. */
function spoken({ kind, document }: MergeableSource): Fields {
  if (kind === 'hand') return document;
  const silent = (field: string, value: unknown) =>
    (field === 'category' && value === 'unknown') || (field === 'state' && value === 'open');
  return Object.fromEntries(Object.entries(document).filter((entry) => !silent(...entry)));
}

function byPrecedence(one: Ranked, other: Ranked): number {
  if (one.rank !== other.rank) return one.rank - other.rank;
  if (one.writtenAt !== other.writtenAt) return one.writtenAt < other.writtenAt ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}

/** Fields that are merged part by part. */
const nested: ReadonlySet<string> = new Set(['names', 'civil']);

function mergeFields(
  sources: readonly Ranked[],
  path: string,
  provenance: Record<string, readonly string[]>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  for (const field of fieldsOf(sources)) {
    const speaking = sources.filter((source) => source.fields[field] !== undefined);
    const whole = path === '' && nested.has(field);
    const found = whole ? part(speaking, field, provenance) : valueOf(speaking, field);
    if (found.value === null) continue;
    merged[field] = found.value;
    if (!whole) provenance[`${path}${field}`] = found.from;
  }
  return merged;
}

function fieldsOf(sources: readonly Ranked[]): string[] {
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return Object.keys(only.fields).sort();
  return [...new Set(sources.flatMap((source) => Object.keys(source.fields)))].sort();
}

interface Found {
  value: unknown;
  from: readonly string[];
}

function part(
  speaking: readonly Ranked[],
  field: string,
  provenance: Record<string, readonly string[]>,
): Found {
  const parts = speaking.map((source) => ({ ...source, fields: source.fields[field] }));
  const taken = parts.some((source) => source.fields === null);
  const inner = parts.filter((source): source is Ranked => isRecord(source.fields));
  const value = taken ? {} : mergeFields(inner, `${field}.`, provenance);
  return { value: Object.keys(value).length === 0 ? null : value, from: [] };
}

function valueOf(speaking: readonly Ranked[], field: string): Found {
  const [first] = speaking;
  const value = speaking.find((source) => source.fields[field] != null)?.fields[field];
  const alone = speaking.length === 1 && Array.isArray(value) && value.length === 1;
  if (Array.isArray(value) && !alone) return unite(speaking, field);
  return first ? { value: first.fields[field], from: [first.id] } : { value: null, from: [] };
}

interface Item {
  text: string;
  value: unknown;
  rank: number;
  position: number;
  from: string[];
}

/**
 * The lists of sources as one. Its order comes from kinds of sources, places in their lists and the
 * items themselves, never from times: a source that is brought again moves nothing.
 */
function unite(sources: readonly Ranked[], name: string): Found {
  const byHand = sources.find((source) => source.kind === 'hand');
  const speaking = byHand ? [byHand] : sources;
  const items = new Map<string, Item>();
  for (const { id, rank, fields } of speaking) {
    const list = (fields[name] ?? []) as readonly unknown[];
    list.forEach((value, position) => {
      const text = canonicalJson(value);
      const item = items.get(text) ?? { text, value, rank, position, from: [] };
      if (!item.from.includes(id)) item.from.push(id);
      if (item.rank === rank) item.position = Math.min(item.position, position);
      items.set(text, item);
    });
  }
  const kept = withoutLesser([...items.values()]).sort(byPlace);
  const from = [...new Set(kept.flatMap((item) => item.from))].sort();
  return { value: kept.length === 0 ? null : kept.map((item) => item.value), from };
}

function byPlace(one: Item, other: Item): number {
  if (one.rank !== other.rank) return one.rank - other.rank;
  if (one.position !== other.position) return one.position - other.position;
  return one.text < other.text ? -1 : 1;
}

/**
 * Leaves out an item that says only a part of what another says: a number without where it was read.
 * The fuller one takes its place, so that a second source moves nothing in the list.
 */
function withoutLesser(items: readonly Item[]): Item[] {
  return items.filter((item) => {
    const fuller = items.filter((other) => other !== item && saysAllOf(other.value, item.value));
    for (const other of fuller) {
      if (byPlace(item, other) < 0)
        Object.assign(other, { rank: item.rank, position: item.position });
      other.from.push(...item.from);
    }
    return fuller.length === 0;
  });
}

function saysAllOf(more: unknown, less: unknown): boolean {
  if (!isRecord(more) || !isRecord(less)) return false;
  const { unconfirmed, ...said } = less;
  // What nobody has settled does not take the place of what is certain, but gives way to it.
  if (more['unconfirmed'] !== undefined && unconfirmed === undefined) return false;
  return Object.entries(said).every(
    ([field, value]) => canonicalJson(more[field] ?? null) === canonicalJson(value),
  );
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
