import { SimulationOptionsError } from '../options.js';

/** What an archive of photographs, and the lists made from it, hold. */
export interface ArchiveOptions {
  /** Prisoners photographed, 1 or more. */
  prisoners: number;
  /** Photographs of them all, from `prisoners` to twelve times as many. */
  photographs: number;
  /** Rows of the list of names read from cards; no more than prisoners. */
  named: number;
  /** Rows of the civil register. */
  civilRecords: number;
  /** Any safe integer; the same seed gives the same bytes. */
  seed: number;
}

/** Most photographs of one prisoner. */
export const mostPhotographs = 12;

const most = 1_000_000;

/** Checks the options. @throws SimulationOptionsError */
export function checkArchiveOptions(options: ArchiveOptions): void {
  const { prisoners, photographs, named, civilRecords, seed } = options;
  within('prisoners', prisoners, 1, most);
  within('photographs', photographs, prisoners, prisoners * mostPhotographs);
  within('named', named, 0, prisoners);
  within('civilRecords', civilRecords, 0, most);
  if (!Number.isSafeInteger(seed)) throw new SimulationOptionsError('seed', 'a whole number');
}

function within(option: string, value: number, from: number, to: number): void {
  if (Number.isInteger(value) && value >= from && value <= to) return;
  throw new SimulationOptionsError(option, `a whole number from ${from} to ${to}`);
}
