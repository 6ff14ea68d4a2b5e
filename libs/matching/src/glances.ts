import { centibitsOf, type GlanceKind } from './circumstances.js';
import { DAYS_A_YEAR, type DateRange } from './edtf.js';
import type { Circumstances } from './prepare.js';
import type { SharedValues } from './shared-values.js';
import type { Shares } from './shares.js';

/** What is seen of a record at a glance, side by side in one number. Of each thing 0 stands for what is not known. */
const SEX_BITS = 2;
const BIRTH_BITS = 9;
const HOLDERS_BITS = 8;
const PLACE_BITS = 12;
const BIRTH_AT = SEX_BITS;
const HOLDERS_AT = BIRTH_AT + BIRTH_BITS;
const PLACE_AT = HOLDERS_AT + HOLDERS_BITS;

const SEXES = [null, 'male', 'female'] as const;
/** Years of births from this one on; those of an age as seen stand behind those that are known. */
const FIRST_YEAR = 1890;
const YEARS = 2 ** (BIRTH_BITS - 1);
const EPOCH = 1970;

/** A number that is no sum of evidence: the value was not met yet. */
const UNMET = -(2 ** 15);
const FIRST_ROOM = 64;

const UNKNOWN: Circumstances = {
  sex: null,
  birth: null,
  birthSeen: null,
  place: null,
  holders: [],
  numbers: [],
  markWords: new Set(),
  photo: null,
  seen: null,
  arrest: null,
};

/** The middle year of a range, from 1 on; 0 where it has an open end or is far away. */
function yearIn(range: DateRange): number {
  const year = EPOCH + Math.floor((range.from + range.to) / 2 / DAYS_A_YEAR) - FIRST_YEAR;
  return year > 0 && year < YEARS ? year : 0;
}

function birthOf({ birth, birthSeen }: Circumstances): number {
  if (birth !== null) return yearIn(birth);
  const seen = birthSeen === null ? 0 : yearIn(birthSeen);
  return seen === 0 ? 0 : YEARS + seen;
}

function rangeOf(year: number): DateRange {
  const middle = (year + FIRST_YEAR - EPOCH + 0.5) * DAYS_A_YEAR;
  return { from: Math.round(middle), to: Math.round(middle), approximate: true };
}

function withBirth(code: number): Circumstances {
  if (code < YEARS) return { ...UNKNOWN, birth: rangeOf(code) };
  return { ...UNKNOWN, birthSeen: rangeOf(code - YEARS) };
}

/** A number that stands for a shared value in so many bits; 0 where there are too many values. */
function codeIn(bits: number, number: number): number {
  return number + 1 < 2 ** bits ? number + 1 : 0;
}

/** What one thing says to a query, by its code: looked at when it is first met. */
class Said {
  private readonly said: Int16Array;

  constructor(
    bits: number,
    private readonly kind: GlanceKind,
    private readonly circumstancesOf: (code: number) => Circumstances,
  ) {
    this.said = new Int16Array(2 ** bits);
  }

  begin(): void {
    this.said.fill(UNMET);
    this.said[0] = 0;
  }

  at(code: number, query: Circumstances, shares: Shares): number {
    const said = this.said[code] ?? 0;
    if (said !== UNMET) return said;
    const centibits = centibitsOf(this.kind, query, this.circumstancesOf(code), shares);
    this.said[code] = centibits;
    return centibits;
  }
}

/**
 * About what the circumstances of many records say to one query after another: of sex, age, home and holders alone, and of the
 * age by its year. There are far fewer such values than records, so that a query looks at each of them once.
 */
export class Glances {
  private facts = new Int32Array(FIRST_ROOM);
  private query: Circumstances = UNKNOWN;
  private shares: Shares = undefined;
  private readonly ofSex = new Said(SEX_BITS, 'sex', (code) => ({
    ...UNKNOWN,
    sex: SEXES[code] ?? null,
  }));
  private readonly ofBirth = new Said(BIRTH_BITS, 'age', withBirth);
  private readonly ofHolders: Said;
  private readonly ofPlace: Said;

  constructor(
    places: SharedValues<Circumstances['place']>,
    holders: SharedValues<Circumstances['holders']>,
  ) {
    this.ofHolders = new Said(HOLDERS_BITS, 'holder', (code) => ({
      ...UNKNOWN,
      holders: holders.get(code - 1) ?? [],
    }));
    this.ofPlace = new Said(PLACE_BITS, 'place', (code) => ({
      ...UNKNOWN,
      place: places.get(code - 1) ?? null,
    }));
  }

  /** @param place number of the record's home, `holders` that of its holders */
  put(slot: number, record: Circumstances, place: number, holders: number): void {
    if (slot >= this.facts.length) this.makeRoom(slot);
    this.facts[slot] =
      SEXES.indexOf(record.sex) |
      (birthOf(record) << BIRTH_AT) |
      (codeIn(HOLDERS_BITS, holders) << HOLDERS_AT) |
      (codeIn(PLACE_BITS, place) << PLACE_AT);
  }

  private makeRoom(slot: number): void {
    const grown = new Int32Array(Math.max(slot + 1, 2 * this.facts.length));
    grown.set(this.facts);
    this.facts = grown;
  }

  /** Begins a query. */
  begin(query: Circumstances, shares: Shares): void {
    this.query = query;
    this.shares = shares;
    for (const said of [this.ofSex, this.ofBirth, this.ofHolders, this.ofPlace]) said.begin();
  }

  /** About what the circumstances in a slot say to the query, in hundredths of a bit. */
  at(slot: number): number {
    const facts = this.facts[slot] ?? 0;
    const { query, shares } = this;
    return (
      this.ofSex.at(facts & (2 ** SEX_BITS - 1), query, shares) +
      this.ofBirth.at((facts >> BIRTH_AT) & (2 ** BIRTH_BITS - 1), query, shares) +
      this.ofHolders.at((facts >> HOLDERS_AT) & (2 ** HOLDERS_BITS - 1), query, shares) +
      this.ofPlace.at((facts >> PLACE_AT) & (2 ** PLACE_BITS - 1), query, shares)
    );
  }
}
