import {
  letterByLetter,
  measureArabic,
  measureLatin,
  ourSuggester,
  type SuggestionFigures,
  type SuggestionSet,
} from './suggestions.js';
import { percent, table } from './table.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

function cells({ first, five, ten }: SuggestionFigures, withTen: boolean): string[] {
  return (withTen ? [first, five, ten] : [first, five]).map(percent);
}

/** How often the right spelling is suggested, by this library and letter by letter. */
export function printSuggestions(sets: readonly SuggestionSet[], most: number): void {
  const suggesters = [ourSuggester, letterByLetter];
  say('\nArabic spellings suggested for Latin names that were not learned\n');
  const arabic = sets.flatMap((set) =>
    suggesters.map((suggester) => {
      const { exact, folded } = measureArabic(set, suggester, most);
      const figures = [...cells(folded, false), ...cells(exact, false)];
      return [set.name, String(exact.asked), suggester.name, ...figures];
    }),
  );
  const head = ['set', 'asked', 'method'];
  say(table([[...head, 'first', 'in 5', 'exactly: first', 'in 5'], ...arabic]));
  say('\nLatin spellings suggested for Arabic names that were not learned\n');
  const latin = sets.flatMap((set) =>
    suggesters.map((suggester) => {
      const figures = measureLatin(set, suggester, most);
      return [set.name, String(figures.asked), suggester.name, ...cells(figures, true)];
    }),
  );
  say(table([[...head, 'first', 'in 5', 'in 10'], ...latin]));
}
