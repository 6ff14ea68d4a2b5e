import { inNameOrder, nameOrder } from './name-order.js';

describe('nameOrder', () => {
  it('puts records of one family side by side, however the name was given', () => {
    const records = [
      { id: 'a', nameArabic: 'سمير الحمصي' },
      { id: 'b', name: 'Nabil Attar' },
      { id: 'c', givenName: 'خالد', familyName: 'الحمصي' },
      { id: 'd', name: 'Karim Attar ' },
    ];
    expect(inNameOrder(records).map(({ id }) => id)).toEqual(['d', 'b', 'c', 'a']);
  });

  it('leaves equal names in the order of the list', () => {
    const records = [{ id: 'z' }, { id: 'y' }, { id: 'x' }];
    expect([...nameOrder(records)]).toEqual([0, 1, 2]);
  });
});
