import { comparePersons } from './compare-persons.js';
import { namesOf } from './record-names.js';
import type { EntryRecord, ReportRecord } from './records.js';

/** The words of each form by their roles. */
function formsOf(record: Omit<EntryRecord, 'id'>): string[] {
  return namesOf({ id: 'e', ...record }).map(({ tokens }) =>
    tokens.map(({ text, roles }) => `${roles.join('/')} ${text}`).join(', '),
  );
}

const told: ReportRecord = {
  id: 'r',
  givenName: 'سامر',
  fatherName: 'يوسف',
  familyName: 'القصير',
};

/** Roles and codes of the name evidence of a pair with the report above. */
function met(entry: Omit<EntryRecord, 'id'>): string[] {
  return comparePersons(told, { id: 'e', ...entry })
    .evidence.filter(({ kind, detail }) => kind === 'name' && detail !== undefined)
    .map(({ code, detail }) => `${detail?.['role']} ${code}`);
}

describe('namesOf', () => {
  const other = { fatherName: 'حاتم', familyName: 'مرقبي' };
  const differing = ['given same', 'father different', 'family different'];

  it.each([
    ['a single word beside the fields', { name: 'سامر', givenName: 'سامر', ...other }],
    ['a single word instead of a given name', { name: 'سامر', ...other }],
    ['a word in the other script', { name: 'Samer', givenName: 'سامر', ...other }],
    ['given and family name', { name: 'سامر مرقبي', givenName: 'سامر', ...other }],
    ['given and father’s name', { name: 'سامر حاتم', familyName: 'مرقبي' }],
    ['a short reading', { name: 'سامر حاتم مرقبي', otherNames: ['سامر'] }],
  ])('hides no disagreement of parts that both sides state: %s', (_, entry) => {
    expect(met(entry).map((code) => code.replace('same-sound', 'same'))).toEqual(differing);
  });

  it('takes a name as written beside father and family for the given name', () => {
    const whole = { name: 'سامر', fatherName: 'يوسف', familyName: 'القصير' };
    expect(met(whole)).toEqual(['given same', 'father same', 'family same']);
    expect(formsOf(whole)).toEqual(['given سامر, father يوسف, family القصير']);
  });

  it('lets a short form agree by another reading of what it does say', () => {
    const read = { name: 'رامي', givenName: 'مازن', fatherName: 'يوسف', familyName: 'القصير' };
    expect(formsOf(read)).toEqual([
      'given مازن, father يوسف, family القصير',
      'given رامي, father يوسف, family القصير',
    ]);
  });

  it('takes no badly spelled part for one that the fields leave out', () => {
    const spelled = { name: 'Samir Kossayr', givenName: 'سامر', familyName: 'القصير' };
    expect(formsOf(spelled)[0]).toBe('given سامر, family القصير');
  });

  it('keeps forms that say as much, and a single word that stands alone', () => {
    expect(formsOf({ name: 'سامر' })).toHaveLength(1);
    expect(formsOf({ name: 'سامر يوسف', otherNames: ['رامي حاتم'] })).toHaveLength(2);
    expect(formsOf({ name: 'مجهول', givenName: 'سامر' })).toEqual(['given سامر']);
  });

  it('keeps the kunya of a form that says nothing else', () => {
    expect(formsOf({ name: 'أبو غيث', givenName: 'سامر', familyName: 'القصير' })).toContain(
      'given سامر, family القصير, kunya ابو غيث',
    );
  });
});
