import { PassThrough, type Readable } from 'node:stream';
import type { NewReport } from '@athar/cases';
import type { NewContact, Relationship } from '@athar/families';
import {
  REGISTRY_COLUMNS,
  simulate,
  type Relative,
  type ReportRow,
  type Simulation,
} from '@athar/simulation';
import { writeRows } from '@athar/tabular';

/** An invented population, in the form in which the API takes it. */
export interface DemoPopulation {
  simulation: Simulation;
  /** One a report row, in the same order. */
  reports: NewReport[];
  /** The registry as a CSV file; it is never written to disk. */
  registryFile(): Readable;
}

/** Invents families, their reports and a registry; the same seed gives the same. */
export function inventPopulation(persons: number, registry: number, seed: number): DemoPopulation {
  // One report a person: the demo counts true pairs, and shows cousins rather than full namesakes.
  const noise = { secondReports: 0, missingCousins: 0.2, namesake: 0.04 };
  const simulation = simulate({ persons, registry, seed, noise });
  const relatives = new Map(simulation.relatives.map((one) => [one.report_id, one]));
  return {
    simulation,
    reports: simulation.reports.map((row) => toReport(row, relatives.get(row.id))),
    registryFile: () => {
      const file = new PassThrough();
      void writeRows(file, 'csv', REGISTRY_COLUMNS, simulation.registry).then(
        () => file.end(),
        (error: Error) => file.destroy(error),
      );
      return file;
    },
  };
}

function toReport(row: ReportRow, relative: Relative | undefined): NewReport {
  const names = filled({
    full: [row.name, row.name_arabic].filter((name) => name !== ''),
    given: row.given_name,
    father: row.father_name,
    grandfather: row.grandfather_name,
    family: row.family_name,
    mother: row.mother_name,
    knownAs: list(row.known_as),
  });
  return filled({
    person: filled({
      names,
      sex: row.sex,
      birthDate: row.birth_date,
      home: filled({ governorate: row.home_governorate, place: row.home_place }),
      detaineeNumber: row.detainee_number,
      marks: list(row.marks),
    }),
    lastSeen: row.last_seen_date && { date: row.last_seen_date, source: row.last_seen_source },
    arrest:
      (row.arrest_date || row.arrested_by) &&
      filled({
        date: row.arrest_date,
        source: row.arrest_source || 'hearsay',
        by: row.arrested_by,
      }),
    detentions: list(row.detention_places).map((place) => ({ place, source: 'hearsay' })),
    circumstances: 'Invented for the demonstration.',
    contacts: [toContact(relative)],
  }) as unknown as NewReport;
}

function toContact(relative: Relative | undefined): NewContact {
  const consented = ['store_and_match', ...(relative?.email ? ['message_email'] : [])] as const;
  return filled({
    name: relative?.name ?? 'Invented relative',
    phone: relative?.phone ?? '',
    email: relative?.email ?? '',
    relationship: relationshipOf(relative?.relationship),
    language: relative?.language ?? 'ar',
    consents: consented.map((purpose) => ({ purpose, givenOn: '2026-01-15', way: 'in_person' })),
  }) as unknown as NewContact;
}

function relationshipOf(name: Relative['relationship'] | undefined): Relationship {
  if (name === undefined) return 'other';
  return name === 'uncle' ? 'uncle_or_aunt' : name;
}

function list(text: string): string[] {
  return text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Leaves out what is empty: a missing fact is a missing field. */
function filled<T extends Record<string, unknown>>(fields: T): Partial<T> {
  const entries = Object.entries(fields).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(entries) as Partial<T>;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
