import type { EntryDocument } from '@athar/registry';
import { entrySideOf, toLinkRecord } from './link-record.js';

const document: EntryDocument = {
  names: { given: 'زيد' },
  numbers: [{ value: '1234' }],
  category: 'detainee',
  state: 'open',
};

describe('an entry as it is compared with another', () => {
  it('keeps its numbers only beside the branch that gave them', () => {
    expect(toLinkRecord('a', document).detaineeNumber).toBeUndefined();
    const ofBranch = toLinkRecord('a', { ...document, branch: '215' });
    expect(ofBranch).toMatchObject({ detaineeNumber: '1234', branch: '215' });
  });

  it('says nothing of remarks, in which a stated cause may stand', () => {
    const remarks = 'an invented cause';
    expect(toLinkRecord('a', { ...document, remarks })).toEqual(toLinkRecord('a', document));
  });

  it('stands on the side of its collection, or on none', () => {
    expect(entrySideOf('photo_archive')).toBe('photographs');
    for (const kind of ['civil_records', 'court_register', 'hospital_list'] as const) {
      expect(entrySideOf(kind)).toBe('documents');
    }
    expect(entrySideOf('other')).toBeUndefined();
  });
});
