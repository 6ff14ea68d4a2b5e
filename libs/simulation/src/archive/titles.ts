import { civilDate, dayNumber } from '../calendar.js';
import { arabicDigits, type Holder } from '../places.js';
import { Random, streams } from '../random.js';
import type { Prisoner } from './prisoners.js';

/** A photograph's title, and whose photograph it is. */
export interface PhotoTitle {
  title: string;
  /** Place in the list of prisoners; null where the title tells nothing. */
  prisoner: number | null;
}

/** A whole manifest, and the same before somebody corrected it. */
export interface Manifest {
  /** In the order of days. */
  titles: PhotoTitle[];
  /** Titles that the first version has otherwise: place in `titles`, and the wrong title. */
  mistaken: { at: number; title: string }[];
}

/** Until then titles are typed in Latin letters and digits, from then on in Arabic ones. */
const arabicFrom = dayNumber({ year: 2019, month: 1, day: 1 });
/** First names, as common as can be; no photographer is meant. */
const photographers = [
  ['Sami', 'سامي'],
  ['Nidal', 'نضال'],
  ['Adnan', 'عدنان'],
  ['Fadi', 'فادي'],
] as const;

/** The titles of all photographs, with some camera names in between that tell nothing. */
export function manifestOf(seed: number, prisoners: readonly Prisoner[]): Manifest {
  const random = new Random(seed, streams.archiveTitles);
  const dated = prisoners.flatMap(({ photoDays }, prisoner) =>
    photoDays.map((day, at) => ({ day, prisoner, sequence: at + 1 })),
  );
  dated.sort((a, b) => a.day - b.day || a.prisoner - b.prisoner || a.sequence - b.sequence);
  const titles: PhotoTitle[] = [];
  const mistaken: Manifest['mistaken'] = [];
  for (const { day, prisoner, sequence } of dated) {
    if (random.chance(0.004)) titles.push(cameraName(titles.length));
    const { branch, number } = prisoners[prisoner] as Prisoner;
    const [latin, arabic] = random.pick(photographers);
    const write = (as: string): string =>
      day < arabicFrom
        ? latinTitle(as, sequence, latin, day, branch)
        : arabicTitle(as, sequence, arabic, day, branch);
    if (random.chance(0.001)) {
      mistaken.push({ at: titles.length, title: write(`9${number}`) });
    }
    titles.push({ title: write(number), prisoner });
  }
  return { titles, mistaken };
}

function cameraName(at: number): PhotoTitle {
  return { title: `DSC_${String(at).padStart(6, '0')}`, prisoner: null };
}

/** `17-2 Sami 07-05-2015 215` */
function latinTitle(
  number: string,
  sequence: number,
  by: string,
  day: number,
  { code }: Holder,
): string {
  const { year, month, day: date } = civilDate(day);
  return `${number}-${sequence} ${by} ${pad(date)}-${pad(month)}-${year} ${code}`;
}

/** `١٧-٢ سامي ٧-٥-٢٠٢٠ ٢١٥` */
function arabicTitle(
  number: string,
  sequence: number,
  by: string,
  day: number,
  { code }: Holder,
): string {
  const { year, month, day: date } = civilDate(day);
  return arabicDigits(`${number}-${sequence} ${by} ${date}-${month}-${year} ${code}`);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
