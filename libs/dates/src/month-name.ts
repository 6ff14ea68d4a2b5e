import names from './month-names.json' with { type: 'json' };

const months = new Map(
  Object.values(names).flatMap((language) =>
    language.flatMap((words, at) => words.map((word) => [folded(word), at + 1] as const)),
  ),
);

/**
 * The month, 1 to 12, that a name means: Arabic (of the Levant and of Egypt), English, French or
 * Turkish, in any case, with or without marks and hamza. Two names of one month may stand together,
 * as حزيران/يونيو. Undefined for all else.
 */
export function monthNamed(text: string): number | undefined {
  const parts = text.split(/[/()]/).map(folded);
  const [first, ...others] = parts.filter((part) => part !== '').map((part) => months.get(part));
  return others.every((month) => month === first) ? first : undefined;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[\p{M}\u0640.]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
