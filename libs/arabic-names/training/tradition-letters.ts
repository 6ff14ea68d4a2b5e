import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spellWords } from '../src/spelling.js';
import { threesOf } from '../src/traditions/letter-counts.js';
import { isKeptBack, readRows } from './pairs.js';

const CLASSICAL = 'classical-names-by-language/pairs.tsv';
const OTHERS = ['google-ar2en/pairs.tsv', 'wikidata-names/pairs.tsv'];
/** Letters of the lists of any kind are many; what was met once there tells nothing. */
const LEAST_OF_OTHERS = 3;

/** Different words of names, in the letters of the sound model. */
function wordsOf(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => spellWords(name).map(({ spelling }) => spelling)));
}

function countsOf(words: Iterable<string>, least: number): string {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const three of threesOf(word)) counts.set(three, (counts.get(three) ?? 0) + 1);
  }
  const often = [...counts].filter(([, count]) => count >= least).sort();
  return often.map(([three, count]) => `${three}${count}`).join(' ');
}

/** Counts the letters of lists whose tradition is known, and of such as have none, into a data file. */
export function trainTraditionLetters(
  data: string,
  folder: string,
  say: (text: string) => void,
): void {
  const rows = readRows(data, CLASSICAL).filter(([arabic = '']) => !isKeptBack(arabic));
  const of = (language: string) =>
    countsOf(wordsOf(rows.filter((row) => row[1] === language).map((row) => row[2] ?? '')), 1);
  const others = OTHERS.flatMap((file) =>
    readRows(data, file)
      .filter(([, , split, count]) => split === 'train' && Number(count || 2) !== 1)
      .map(([, latin = '']) => latin),
  );
  const file = join(folder, 'letters.json');
  const about = {
    model: 'How often three letters were met one after the other in different words of lists',
    command: 'npm run train:names',
    sets: [
      'seemorg/arabic-name-aliases @4836a703 (MIT), four names of five, by language',
      'google/transliteration @b2265a64 (Apache-2.0), train: others',
      'steveash/NETransliteration-COLING2018 @5d5f59e5 (data CC0), train, met twice or more: others',
    ],
  };
  const counts = {
    english: of('english'),
    french: of('french'),
    turkish: of('turkish'),
    others: countsOf(wordsOf(others), LEAST_OF_OTHERS),
  };
  writeFileSync(file, `${JSON.stringify({ about, counts }, null, 2)}\n`);
  say(`written: ${file}`);
}
