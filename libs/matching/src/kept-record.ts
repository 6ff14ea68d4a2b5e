import type { AskedName, KeptName, NameComparer, ParsedName } from '@athar/arabic-names';
import type { NamesOf } from './name-forms.js';
import type { PreparedRecord } from './prepare.js';
import type { MatchRecord } from './records.js';

/** A record of an index, its names made ready to be compared with those of many queries. */
export interface KeptRecord extends NamesOf<KeptName> {
  readonly id: string;
  /** Where the index has it. */
  readonly slot: number;
  /** As it was given: what was read of it is read again where it is put into words. Null where it only is ranked. */
  readonly given: MatchRecord | null;
}

/** Most records have no by-names: they have this list in common. */
const NONE: readonly never[] = [];

function mapNames<Name>(
  { names, knownAs, mother }: PreparedRecord,
  ready: (name: ParsedName) => Name,
): NamesOf<Name> {
  return {
    names: names.map(ready),
    knownAs: knownAs.length === 0 ? NONE : knownAs.map(ready),
    mother: mother === null ? null : ready(mother),
  };
}

export function keepRecord(
  given: MatchRecord | null,
  record: PreparedRecord,
  slot: number,
  comparer: NameComparer,
): KeptRecord {
  const { names, knownAs, mother } = mapNames(record, (name) => comparer.keep(name));
  return { id: record.id, slot, given, names, knownAs, mother };
}

/** The names of a query, made ready to be compared with the records kept by now: with all, or with a few. */
export function askNames(
  query: PreparedRecord,
  comparer: NameComparer,
  whom: 'all' | 'few',
): NamesOf<AskedName> {
  return mapNames(query, (name) => (whom === 'all' ? comparer.ask(name) : comparer.askFew(name)));
}
