import { keysOf } from '@athar/arabic-names';
import { simulate } from '@athar/simulation';
import { percent, table } from './table.js';

/** Entries of the invented registries, and the reports that are looked for in them. */
const REGISTRIES = [10_000, 134_000] as const;
const REPORTS = 400;
const SEED = 7;

/** Names collected before a search stops, the keys of the fewest names first. */
const ENOUGH = [300, 1000, 3000] as const;

type Row = Readonly<Partial<Record<string, string>>>;

/** A row's name as written, or put together from its fields. */
function nameOf(row: Row): string {
  const fields = ['given_name', 'father_name', 'grandfather_name', 'family_name'];
  const parts = fields.map((field) => row[field]).filter(Boolean);
  return [row['name'], row['name_arabic'], parts.join(' ')].find(Boolean) ?? '';
}

interface People {
  readonly names: readonly string[];
  /** Names of reports of three parts and more, and the places of their entries. */
  readonly asked: readonly { readonly name: string; readonly wanted: readonly number[] }[];
}

function people(registry: number): People {
  const {
    registry: entries,
    reports,
    truth,
    nameParts,
  } = simulate({
    persons: registry,
    registry,
    seed: SEED,
  });
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  const wanted = new Map<string, number[]>();
  for (const { report_id, entry_id } of truth) {
    const place = places.get(entry_id);
    if (place === undefined || (nameParts.registry[place] ?? 0) < 3) continue;
    wanted.set(report_id, [...(wanted.get(report_id) ?? []), place]);
  }
  const asked = reports.flatMap((report, at) => {
    const own = wanted.get(report.id);
    const whole = (nameParts.reports[at] ?? 0) >= 3;
    return whole && own !== undefined ? [{ name: nameOf(report), wanted: own }] : [];
  });
  return { names: entries.map(nameOf), asked: asked.slice(0, REPORTS) };
}

function postingsOf(names: readonly string[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  names.forEach((name, place) => {
    for (const { key } of keysOf(name)) {
      const places = postings.get(key);
      if (places === undefined) postings.set(key, [place]);
      else places.push(place);
    }
  });
  return postings;
}

/** Places under the keys of a name, those of the fewest names first, until there are enough. */
function collect(name: string, postings: ReadonlyMap<string, number[]>, enough: number) {
  const lists = keysOf(name).flatMap(({ key }) => [postings.get(key) ?? []]);
  const found = new Set<number>();
  for (const places of lists.sort((a, b) => a.length - b.length)) {
    for (const place of places) found.add(place);
    if (found.size >= enough) break;
  }
  return found;
}

function measure({ names, asked }: People): string[][] {
  const postings = postingsOf(names);
  return [...ENOUGH, Infinity].map((enough) => {
    let [pairs, shared, touched] = [0, 0, 0];
    for (const { name, wanted } of asked) {
      const found = collect(name, postings, enough);
      touched += found.size;
      pairs += wanted.length;
      shared += wanted.filter((place) => found.has(place)).length;
    }
    return [
      String(names.length),
      enough === Infinity ? 'all keys' : `${enough} names`,
      String(pairs),
      percent(shared / pairs),
      (touched / asked.length).toFixed(0),
    ];
  });
}

/** Prints how many true pairs of invented people are met before a search by rare keys first has enough. */
export function printPeople(): void {
  const head = ['registry', 'until', 'pairs of 3 parts', 'met', 'touched'];
  const rows = REGISTRIES.flatMap((registry) => measure(people(registry)));
  process.stdout.write(
    `\nInvented people, the keys of the fewest names first\n\n${table([head, ...rows])}\n`,
  );
}
