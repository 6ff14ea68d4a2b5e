import { foldForSearch } from '@athar/arabic-names';

/** A branch or prison as text says it: its number where it has one, its words otherwise. */
export interface Holder {
  readonly number: string | null;
  readonly words: string;
}

/** Words that say what kind of place it is, not which. */
const KIND_WORDS = new Set(
  'فرع سجن فرقه قسم مركز مشفي مستشفي branch prison section hospital of the'.split(' '),
);

function holderOf(text: string): Holder | null {
  const folded = foldForSearch(text);
  const number = /(?:^|\D)(\d{2,4})(?:\D|$)/.exec(folded)?.[1] ?? null;
  const words = folded
    .split(' ')
    .filter((word) => !KIND_WORDS.has(word))
    .join(' ');
  return number === null && words === '' ? null : { number, words };
}

/** Reads the places where a person was held. */
export function holdersOf(texts: readonly (string | undefined)[]): Holder[] {
  return texts.flatMap((text) => (text === undefined ? [] : (holderOf(text) ?? [])));
}

/** True where some holder of one side is some holder of the other. */
export function shareHolder(left: readonly Holder[], right: readonly Holder[]): boolean {
  return left.some((a) =>
    right.some((b) =>
      a.number !== null && b.number !== null ? a.number === b.number : a.words === b.words,
    ),
  );
}
