import { aboutOf, type About } from './about.js';
import { entryId, reportId, type RegistryRow, type ReportRow, type TruthRow } from './columns.js';
import { writeEntry } from './entry-row.js';
import { settingsOf, type Settings, type SimulationOptions } from './options.js';
import { personAt } from './person.js';
import { planOf, type Plan } from './plan.js';
import { relativeOf, type Relative } from './relative.js';
import { writeReport } from './report-row.js';
import type { Manner } from './traditions.js';

/** A written row, and the truth about it. */
export interface Simulated<Row> {
  row: Row;
  /** How many of given, father's, grandfather's and family name the row holds, 0 to 4. */
  nameParts: number;
  /** In Arabic, or in Latin letters after which tradition. */
  manner: Manner;
  about: About;
}

/** A report, and who made it. */
export interface SimulatedReport extends Simulated<ReportRow> {
  relative: Relative;
}

export type SimulatedEntry = Simulated<RegistryRow>;

/** A population whose rows are written as they are asked for; any number of times, always alike. */
export interface SimulationStreams {
  /** In the order of their ids. */
  reports(): Generator<SimulatedReport>;
  /** In the order of their ids. */
  entries(): Generator<SimulatedEntry>;
  /** Every pair that concerns one person, in the order of the reports' ids. */
  truth(): Generator<TruthRow>;
}

/** A whole population in memory. */
export interface Simulation {
  reports: ReportRow[];
  registry: RegistryRow[];
  truth: TruthRow[];
  /** One a report, in the reports' order. */
  relatives: Relative[];
  /** By row: how many of given, father's, grandfather's and family name the row holds, 0 to 4. */
  nameParts: { reports: number[]; registry: number[] };
  /** By row: in Arabic, or in Latin letters after which tradition it is written. */
  manners: { reports: Manner[]; registry: Manner[] };
  /** By row: who the person truly is. */
  about: { reports: About[]; registry: About[] };
}

/**
 * A synthetic population with known truth, as streams: about 20 bytes a person are held, so a
 * million persons need no more than what the caller keeps.
 * @throws SimulationOptionsError
 */
export function simulatePersons(options: SimulationOptions): SimulationStreams {
  const settings = settingsOf(options);
  const plan = planOf(settings);
  return {
    reports: () => reports(settings, plan),
    entries: () => entries(settings, plan),
    truth: () => truth(plan),
  };
}

/**
 * A synthetic population with known truth, in memory. The same options give the same rows.
 * @throws SimulationOptionsError
 */
export function simulate(options: SimulationOptions): Simulation {
  const streams = simulatePersons(options);
  const written = [...streams.reports()];
  const documented = [...streams.entries()];
  return {
    reports: written.map(({ row }) => row),
    registry: documented.map(({ row }) => row),
    truth: [...streams.truth()],
    relatives: written.map(({ relative }) => relative),
    nameParts: {
      reports: written.map(({ nameParts }) => nameParts),
      registry: documented.map(({ nameParts }) => nameParts),
    },
    manners: {
      reports: written.map(({ manner }) => manner),
      registry: documented.map(({ manner }) => manner),
    },
    about: {
      reports: written.map(({ about }) => about),
      registry: documented.map(({ about }) => about),
    },
  };
}

function* reports(settings: Settings, plan: Plan): Generator<SimulatedReport> {
  for (const [position, index] of plan.reports.entries()) {
    const person = personAt(settings, plan, index);
    const written = writeReport(settings, person, position);
    const id = reportId(position);
    written.row.id = id;
    const latin = written.manner !== 'ar';
    const relative = relativeOf(settings, person, { id, position, latin });
    yield { ...written, relative, about: aboutOf(person) };
  }
}

function* entries(settings: Settings, plan: Plan): Generator<SimulatedEntry> {
  for (const [position, index] of plan.entries.entries()) {
    const person = personAt(settings, plan, index);
    const written = writeEntry(settings, person, position);
    written.row.id = entryId(position);
    yield { ...written, about: aboutOf(person) };
  }
}

function* truth(plan: Plan): Generator<TruthRow> {
  const entriesOf = new Map<number, number[]>();
  plan.entries.forEach((person, position) => {
    const known = entriesOf.get(person);
    if (known) known.push(position);
    else entriesOf.set(person, [position]);
  });
  for (const [position, person] of plan.reports.entries()) {
    for (const entry of entriesOf.get(person) ?? []) {
      yield { report_id: reportId(position), entry_id: entryId(entry) };
    }
  }
}
