/** Texts that stay in the organisation. */
export const held = {
  name: 'Zahranun Heldun',
  relative: 'Relative Heldun',
  otherRelative: 'Otherrelative Heldun',
  phone: '+963 0000 77777',
  email: 'heldun@example.invalid',
  circumstances: 'Taken near the heldun market',
  note: 'A heldun note',
  file: 'heldun-list.csv',
  mapping: 'Heldun lists',
  reading: 'مقروهلدون',
  judgement: 'A heldun judgement',
  document: 'HELDUN-4711',
};

/** Names of entries of which nothing is matched. */
export const closedNames = { embargoed: 'Embargun', unmatched: 'Unmatchun' };
export const photographer = 'samerun';
export const statedCause = 'Stated causun';
