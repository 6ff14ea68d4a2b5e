import type { DateRange } from './edtf.js';
import { Glances } from './glances.js';
import type { Circumstances, SourcedDate } from './prepare.js';
import { SharedValues } from './shared-values.js';

/** Numbers a slot: one line of the processor's cache. */
const WIDTH = 16;
/** Where in a row each thing stands; a range has its first day, then its last. */
const AT = {
  sex: 0,
  birth: 1,
  birthSeen: 3,
  photo: 5,
  seen: 7,
  arrest: 10,
  place: 13,
  holders: 14,
};
/** Behind the range of a date that is told: who told it. */
const SOURCE = 2;
const APPROXIMATE = 15;
const APPROXIMATE_BITS = { birth: 1, birthSeen: 2, photo: 4, seen: 8, arrest: 16 };

const SEXES = [null, 'male', 'female'] as const;
const SOURCES = ['unknown', 'first_hand', 'hearsay', 'paid', 'official'] as const;

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type Signs = Pick<Circumstances, 'numbers' | 'markWords'>;

const NO_SIGNS: Signs = { numbers: [], markWords: new Set() };

function emptyRange(): Mutable<DateRange> {
  return { from: 0, to: 0, approximate: false };
}

function emptyDate(): { range: Mutable<DateRange>; source: SourcedDate['source'] } {
  return { range: emptyRange(), source: 'unknown' };
}

/**
 * The circumstances of many records, by slot, side by side in one array: most records that are looked at are looked at
 * for them alone, and fetching a row of numbers costs a fraction of fetching objects. Days are whole, so nothing is lost.
 */
export class CircumstanceRows {
  private cells = new Float32Array(64 * WIDTH);
  private readonly places = new SharedValues<Circumstances['place']>();
  private readonly holders = new SharedValues<Circumstances['holders']>();
  private readonly marks = new SharedValues<ReadonlySet<string>>((words) => [...words]);
  private readonly signs: (Signs | undefined)[] = [];
  /** The same at a glance. */
  readonly glances = new Glances(this.places, this.holders);

  private readonly birth = emptyRange();
  private readonly birthSeen = emptyRange();
  private readonly photo = emptyRange();
  private readonly seen = emptyDate();
  private readonly arrest = emptyDate();
  /** The record that was read last. */
  private readonly read: Mutable<Circumstances> = {
    ...NO_SIGNS,
    sex: null,
    birth: null,
    birthSeen: null,
    place: null,
    holders: [],
    photo: null,
    seen: null,
    arrest: null,
  };

  put(slot: number, record: Circumstances): void {
    this.makeRoom(slot);
    const { cells } = this;
    const row = slot * WIDTH;
    const { sex, birth, birthSeen, photo, seen, arrest, place, holders, numbers, markWords } =
      record;
    cells[row + AT.sex] = SEXES.indexOf(sex);
    cells[row + APPROXIMATE] = 0;
    this.putRange(row, 'birth', birth);
    this.putRange(row, 'birthSeen', birthSeen);
    this.putRange(row, 'photo', photo);
    this.putDate(row, 'seen', seen);
    this.putDate(row, 'arrest', arrest);
    const placeNumber = this.places.numberOf(place);
    const holdersNumber = this.holders.numberOf(holders);
    cells[row + AT.place] = placeNumber;
    cells[row + AT.holders] = holdersNumber;
    this.glances.put(slot, record, placeNumber, holdersNumber);
    this.signs[slot] = this.signsOf(numbers, markWords);
  }

  /** The circumstances in a slot but for numbers and marks. Valid until the next call. */
  withoutSigns(slot: number): Circumstances {
    const { cells, read } = this;
    const row = slot * WIDTH;
    const marked = cells[row + APPROXIMATE] ?? 0;
    read.sex = SEXES[cells[row + AT.sex] ?? 0] ?? null;
    read.birth = this.readRange(row + AT.birth, this.birth, marked & APPROXIMATE_BITS.birth);
    const { birthSeen, photo } = APPROXIMATE_BITS;
    read.birthSeen = this.readRange(row + AT.birthSeen, this.birthSeen, marked & birthSeen);
    read.photo = this.readRange(row + AT.photo, this.photo, marked & photo);
    read.seen = this.readDate(row + AT.seen, this.seen, marked & APPROXIMATE_BITS.seen);
    read.arrest = this.readDate(row + AT.arrest, this.arrest, marked & APPROXIMATE_BITS.arrest);
    read.place = this.places.get(cells[row + AT.place] ?? -1) ?? null;
    read.holders = this.holders.get(cells[row + AT.holders] ?? -1) ?? [];
    read.numbers = NO_SIGNS.numbers;
    read.markWords = NO_SIGNS.markWords;
    return read;
  }

  /** All circumstances in a slot. Valid until the next call. */
  at(slot: number): Circumstances {
    this.withoutSigns(slot);
    const { numbers, markWords } = this.signs[slot] ?? NO_SIGNS;
    this.read.numbers = numbers;
    this.read.markWords = markWords;
    return this.read;
  }

  private signsOf(numbers: Signs['numbers'], markWords: Signs['markWords']): Signs | undefined {
    if (numbers.length === 0 && markWords.size === 0) return undefined;
    const shared = this.marks.get(this.marks.numberOf(markWords)) ?? markWords;
    return { numbers: numbers.length === 0 ? NO_SIGNS.numbers : numbers, markWords: shared };
  }

  private makeRoom(slot: number): void {
    const needed = (slot + 1) * WIDTH;
    if (needed <= this.cells.length) return;
    const grown = new Float32Array(Math.max(needed, this.cells.length * 2));
    grown.set(this.cells);
    this.cells = grown;
  }

  private putRange(
    row: number,
    name: keyof typeof APPROXIMATE_BITS,
    range: DateRange | null,
  ): void {
    this.cells[row + AT[name]] = range?.from ?? NaN;
    this.cells[row + AT[name] + 1] = range?.to ?? NaN;
    if (range?.approximate === true) {
      this.cells[row + APPROXIMATE] = (this.cells[row + APPROXIMATE] ?? 0) + APPROXIMATE_BITS[name];
    }
  }

  private putDate(row: number, name: 'seen' | 'arrest', date: SourcedDate | null): void {
    this.putRange(row, name, date?.range ?? null);
    this.cells[row + AT[name] + SOURCE] = SOURCES.indexOf(date?.source ?? 'unknown');
  }

  private readRange(
    at: number,
    into: Mutable<DateRange>,
    approximate: number,
  ): Mutable<DateRange> | null {
    const from = this.cells[at] ?? NaN;
    if (Number.isNaN(from)) return null;
    into.from = from;
    into.to = this.cells[at + 1] ?? NaN;
    into.approximate = approximate !== 0;
    return into;
  }

  private readDate(
    at: number,
    into: ReturnType<typeof emptyDate>,
    approximate: number,
  ): SourcedDate | null {
    if (this.readRange(at, into.range, approximate) === null) return null;
    into.source = SOURCES[this.cells[at + SOURCE] ?? 0] ?? 'unknown';
    return into;
  }
}
