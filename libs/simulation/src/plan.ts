import { clanSize } from './clan.js';
import type { Settings } from './options.js';
import { Random, streams } from './random.js';

/**
 * Who there is and which rows they stand in, as flat arrays (about 20 bytes a person). Everything
 * else about a person is drawn on demand from the seed and the person's number.
 */
export interface Plan {
  /** By person: number of the clan, and which of its missing members this is. */
  clanOf: Uint32Array;
  memberOf: Uint8Array;
  /** By row: the person whom the report, or the entry, concerns. */
  reports: Uint32Array;
  entries: Uint32Array;
}

/** At most this share of the reported persons has an entry: some families' people never do. */
const mostFound = 0.85;

/** Draws who is reported, who is documented and in which order the rows stand. */
export function planOf(settings: Settings): Plan {
  const { persons, registry, noise } = settings;
  const random = new Random(settings.seed, streams.plan);
  const again = Math.floor(registry * noise.secondEntries);
  const documented = registry - again;
  const distinct = persons - Math.floor(persons * noise.secondReports);
  const both = Math.min(
    Math.round(documented * noise.reportedEntries),
    Math.floor(distinct * mostFound),
  );
  const total = distinct + documented - both;
  const reports = new Uint32Array(persons);
  const entries = new Uint32Array(registry);
  deal(random, { total, both, persons: distinct }, reports, entries);
  repeatSome(random, reports, distinct);
  repeatSome(random, entries, documented);
  shuffle(random, reports);
  shuffle(random, entries);
  return { ...inClans(settings, total), reports, entries };
}

/** Gives every person a report, an entry or both, so that the numbers come out exactly. */
function deal(
  random: Random,
  count: { total: number; both: number; persons: number },
  reports: Uint32Array,
  entries: Uint32Array,
): void {
  let [both, reportOnly] = [count.both, count.persons - count.both];
  let [reportsAt, entriesAt] = [0, 0];
  for (let person = 0; person < count.total; person += 1) {
    const lot = random.below(count.total - person);
    const isBoth = lot < both;
    const isReportOnly = !isBoth && lot < both + reportOnly;
    if (isBoth) both -= 1;
    if (isReportOnly) reportOnly -= 1;
    if (isBoth || isReportOnly) reports[reportsAt++] = person;
    if (!isReportOnly) entries[entriesAt++] = person;
  }
}

/** Fills the rows after the first `distinct` with persons drawn from those. */
function repeatSome(random: Random, rows: Uint32Array, distinct: number): void {
  if (distinct === 0) return;
  for (let at = distinct; at < rows.length; at += 1) {
    rows[at] = rows[random.below(distinct)] as number;
  }
}

function shuffle(random: Random, rows: Uint32Array): void {
  for (let last = rows.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const kept = rows[last] as number;
    rows[last] = rows[other] as number;
    rows[other] = kept;
  }
}

function inClans(settings: Settings, total: number): Pick<Plan, 'clanOf' | 'memberOf'> {
  const clanOf = new Uint32Array(total);
  const memberOf = new Uint8Array(total);
  let person = 0;
  for (let clan = 0; person < total; clan += 1) {
    const size = clanSize(settings, clan);
    for (let member = 0; member < size && person < total; member += 1) {
      clanOf[person] = clan;
      memberOf[person] = member;
      person += 1;
    }
  }
  return { clanOf, memberOf };
}
