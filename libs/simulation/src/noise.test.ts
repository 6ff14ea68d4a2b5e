import { DEFAULT_NOISE, simulatePersons, type Noise } from './index.js';
import { civilDate, writeDay } from './calendar.js';
import { settingsOf } from './options.js';
import { ageOn, personAt, type Person } from './person.js';
import { planOf } from './plan.js';

type Row = Readonly<Record<string, string>>;
type Differs = (row: Row, person: Person) => boolean;

/** No error, nothing missing, every name part in its own column; people as they are by default. */
const clean: Partial<Noise> = {
  ...Object.fromEntries(Object.keys(DEFAULT_NOISE).map((setting) => [setting, 0])),
  missingSibling: DEFAULT_NOISE.missingSibling,
  homeName: 1,
  cardNumber: 1,
  reportNumber: 1,
  arrestedByTold: 1,
  placeOfDetention: 1,
  doubleName: 0.2,
};

const ar = (name: readonly { ar: string }[]): string => name.map((token) => token.ar).join(' ');
const column =
  (name: string, truth: (person: Person) => string): Differs =>
  (row, person) =>
    row[name] !== truth(person);
const filled =
  (name: string): Differs =>
  (row) =>
    row[name] !== '';
const empty =
  (name: string): Differs =>
  (row) =>
    row[name] === '';
const given = column('given_name', ({ self }) => ar(self.given));
const father = column('father_name', ({ self }) => ar(self.father));
const grandfather = column('grandfather_name', ({ self }) => ar(self.grandfather));
const family = column('family_name', ({ clan }) => clan.familyName.ar);
const anyPart: Differs = (...of) =>
  [given, father, grandfather, family].some((differs) => differs(...of));
const number: Differs = column('detainee_number', (person) => person.number);
const arrestDay: Differs = column('arrest_date', ({ arrestDay: day }) => writeDay(day));
const names =
  (holder: (person: Person) => Person['heldBy'], name: string): Differs =>
  (row, person) =>
    ![holder(person).code, ...holder(person).ar].includes(western(row[name] ?? ''));
const western = (text: string): string =>
  text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
const birthYear: Differs = (row, { birthDay }) =>
  row['birth_date']?.slice(0, 4) !== String(civilDate(birthDay).year);
const told = (row: Row, name: string): string => row[name] ?? '';

const ofReports: readonly (readonly [keyof Noise, Differs])[] = [
  ['latinReports', (row) => /[a-z]/i.test(told(row, 'family_name'))],
  ['reportFatherMissing', empty('father_name')],
  ['reportGrandfatherMissing', empty('grandfather_name')],
  ['reportFamilyMissing', empty('family_name')],
  ['reportMotherMissing', empty('mother_name')],
  ['reportFactMissing', empty('sex')],
  ['typing', anyPart],
  ['spelling', anyPart],
  ['shortenedDouble', given],
  ['wholeName', empty('given_name')],
  ['bothScripts', filled('name')],
  ['grandfatherError', grandfather],
  ['homeNameReported', given],
  ['reportKnownAs', filled('known_as')],
  ['birthError', birthYear],
  ['vagueBirth', (row) => !/^\d{4}-\d\d-\d\d$/.test(told(row, 'birth_date'))],
  ['dateError', arrestDay],
  ['vagueDate', arrestDay],
  ['dateConflict', (row, { photoDay }) => told(row, 'last_seen_date') > writeDay(photoDay)],
  ['seenInDetention', (row, { arrestDay: day }) => told(row, 'last_seen_date') > writeDay(day)],
  ['holderError', names(({ arrestedBy }) => arrestedBy, 'arrested_by')],
  ['wrongPlaceOfDetention', (row) => told(row, 'detention_places').includes(';')],
  ['homeError', column('home_place', ({ clan }) => clan.place.ar)],
  ['digit', number],
  ['marks', filled('marks')],
];

const ofEntries: readonly (readonly [keyof Noise, Differs])[] = [
  ['latinEntries', (row) => /[a-z]/i.test(told(row, 'family_name'))],
  ['givenOnlyEntries', empty('family_name')],
  ['numberOnlyEntries', empty('given_name')],
  ['entryFatherMissing', empty('father_name')],
  ['entryGrandfatherMissing', empty('grandfather_name')],
  ['entryFamilyMissing', empty('family_name')],
  ['entryMotherMissing', empty('mother_name')],
  ['entryFactMissing', empty('branch')],
  ['entryPapers', filled('birth_date')],
  ['hospitalNumber', filled('other_numbers')],
  ['dots', anyPart],
  ['lostLetter', anyPart],
  ['cropped', anyPart],
  ['splitWord', anyPart],
  ['joinedWords', given],
  ['mergedParts', given],
  ['swappedParts', family],
  ['familyAlias', family],
  ['homeNameOnCard', given],
  ['entryKnownAs', filled('known_as')],
  ['ageBias', (row, person) => row['age'] !== String(ageOn(person, person.photoDay))],
  ['ageDeviation', (row, person) => row['age'] !== String(ageOn(person, person.photoDay))],
  ['roundedAge', (row, person) => row['age'] !== String(ageOn(person, person.photoDay))],
  ['vaguePhotoDate', column('photo_date', ({ photoDay }) => writeDay(photoDay))],
  ['digit', (row, person) => western(told(row, 'detainee_number')) !== person.number],
];

/** Share of the rows of one side that differ from the person they are on. */
function share(side: 'reports' | 'entries', noise: Partial<Noise>, differs: Differs): number {
  const options = { persons: 150, registry: 150, seed: 17, noise };
  const settings = settingsOf(options);
  const plan = planOf(settings);
  const rows = [...simulatePersons(options)[side]()];
  const differing = rows.filter(({ row, about }) => {
    return differs(row, personAt(settings, plan, about.person));
  });
  return differing.length / rows.length;
}

describe.each([
  ['reports', ofReports],
  ['entries', ofEntries],
] as const)('settings of %s', (side, settings) => {
  it.each(settings)('%s happens when asked for, and never at 0', (setting, differs) => {
    const years = setting === 'ageBias' || setting === 'ageDeviation' ? 6 : 1;
    const on = { ...clean, dateErrorDays: 90, [setting]: years };
    expect(share(side, { ...on, [setting]: 0 }, differs)).toBe(0);
    expect(share(side, on, differs)).toBeGreaterThan(0.04);
    expect(DEFAULT_NOISE[setting]).toBeGreaterThan(0);
  });
});
