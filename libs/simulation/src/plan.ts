import { familySize } from './family.js';
import type { Settings } from './options.js';
import { Random, streams } from './random.js';

/**
 * Who there is and which rows they stand in, as flat arrays (about 20 bytes a person). Everything
 * else about a person is drawn on demand from the seed and the person's number.
 */
export interface Plan {
  /** By person: number of the family, and which of its members this is. */
  familyOf: Uint32Array;
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
  const both = Math.min(
    Math.round(documented * noise.reportedEntries),
    Math.floor(persons * mostFound),
  );
  const total = persons + documented - both;
  const reports = new Uint32Array(persons + Math.floor(persons * noise.secondReports));
  const entries = new Uint32Array(registry);
  deal(random, { total, both, persons }, reports, entries);
  repeatSome(random, reports, persons);
  repeatSome(random, entries, documented);
  shuffle(random, reports);
  shuffle(random, entries);
  return { ...inFamilies(settings, total), reports, entries };
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

function inFamilies(settings: Settings, total: number): Pick<Plan, 'familyOf' | 'memberOf'> {
  const familyOf = new Uint32Array(total);
  const memberOf = new Uint8Array(total);
  let person = 0;
  for (let family = 0; person < total; family += 1) {
    const size = familySize(settings, family);
    for (let member = 0; member < size && person < total; member += 1) {
      familyOf[person] = family;
      memberOf[person] = member;
      person += 1;
    }
  }
  return { familyOf, memberOf };
}
