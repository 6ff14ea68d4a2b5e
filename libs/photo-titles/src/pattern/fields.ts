/** What a pattern can read out of a title. */
export const titleFields = [
  'number',
  'suffix',
  'sequence',
  'date',
  'branch',
  'hospital',
  'photographer',
  'folder',
  'ignore',
] as const;
export type TitleField = (typeof titleFields)[number];

export function isTitleField(name: string): name is TitleField {
  return (titleFields as readonly string[]).includes(name);
}
