import { settingsOf } from '../options.js';
import { personAt, type Person } from '../person.js';
import { planOf } from '../plan.js';
import { checkArchiveOptions, type ArchiveOptions } from './archive-options.js';
import { civilRecordsOf, type CivilRecord } from './civil-records.js';
import { listedNames, type ListedName } from './listed-names.js';
import { prisonersOf } from './prisoners.js';
import { manifestOf, type Manifest } from './titles.js';

/** A prisoner as the archive documents him: his number is another's too, months away. */
export interface ArchivedPrisoner {
  branch: string;
  number: string;
  /** Days of the photographs, counted from 1970-01-01, in order. */
  photoDays: readonly number[];
}

/** An archive of photographs and the lists that people made from it, with the truth behind them. */
export interface Archive {
  prisoners: ArchivedPrisoner[];
  manifest: Manifest;
  names: ListedName[];
  civilRecords: CivilRecord[];
}

/**
 * An archive in which numbers begin again every few months, its manifest of titles, a list of names
 * read from cards and an extract of the civil register; the last three also as they were before
 * somebody corrected them. The same options give the same archive.
 *
 * @throws SimulationOptionsError
 */
export function simulateArchive(options: ArchiveOptions): Archive {
  checkArchiveOptions(options);
  const { seed, named, civilRecords } = options;
  const people = populationOf(options);
  const prisoners = prisonersOf(options);
  const names = listedNames(seed, prisoners, people, named);
  const listed = names.map(({ prisoner }) => prisoner);
  return {
    prisoners: prisoners.map(({ branch, number, photoDays }) => ({
      branch: branch.code,
      number,
      photoDays,
    })),
    manifest: manifestOf(seed, prisoners),
    names,
    civilRecords: civilRecordsOf(seed, prisoners, listed, people, civilRecords),
  };
}

function populationOf({ prisoners, civilRecords, seed }: ArchiveOptions) {
  const settings = settingsOf({
    persons: prisoners + civilRecords,
    registry: 0,
    seed,
    noise: { secondReports: 0 },
  });
  const plan = planOf(settings);
  return (person: number): Person => personAt(settings, plan, person);
}
