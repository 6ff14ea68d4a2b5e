import roots from './data/name-roots.json' with { type: 'json' };
import { nameToken, type NameToken } from './name-token.js';
import { titleCase } from './spelling-rules.js';

type Letter = readonly [arabic: string, latin: string];
type Root = readonly [Letter, Letter, Letter];
type Pattern = (root: Root) => readonly [arabic: string, latin: readonly string[]];

/** Doubled in Latin letters, where one letter writes the sound. */
function double(latin: string): string {
  return latin.length === 1 ? latin + latin : latin;
}

const patterns: readonly Pattern[] = [
  ([[a, x], [b, y], [c, z]]) => [`${a}${b}ا${c}`, [`${x}a${double(y)}a${z}`, `${x}a${y}a${z}`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}${b}ي${c}`, [`${x}a${y}i${z}`, `${x}a${y}ee${z}`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}ا${b}${c}`, [`${x}a${y}e${z}`, `${x}a${y}i${z}`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}${b}${c}ان`, [`${x}a${y}${z}an`, `${x}u${y}${z}an`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}${b}ي${c}ي`, [`${x}u${y}ai${z}i`, `${x}${y}ei${z}i`]],
  ([[a, x], [b, y], [c, z]]) => [`م${a}${b}و${c}`, [`ma${x}${y}ou${z}`, `ma${x}${y}u${z}`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}${b}و${c}ي`, [`${x}a${y}ou${z}i`, `${x}${y}u${z}i`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}${b}${c}اوي`, [`${x}a${y}${z}awi`, `${x}e${y}${z}awi`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}${b}${c}ون`, [`${x}a${y}${z}oun`, `${x}a${y}${z}un`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}${b}و${c}`, [`${x}a${double(y)}ou${z}`, `${x}a${y}ou${z}`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}ا${b}و${c}`, [`${x}a${y}ou${z}`, `${x}a${y}u${z}`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}${b}ا${c}ي`, [`${x}a${double(y)}a${z}i`, `${x}a${y}a${z}i`]],
  ([[a, x], [b, y], [c, z]]) => [`${a}${b}${c}اني`, [`${x}a${y}${z}ani`, `${x}i${y}${z}ani`]],
];

/**
 * The long tail of family names: roots of Arabic cast in the usual noun patterns, with and without
 * the article. They sound like names; whether anybody bears one is chance.
 */
export function coinedFamilyNames(): NameToken[] {
  const names: NameToken[] = [];
  for (const pattern of patterns) {
    for (const root of roots as unknown as readonly Root[]) {
      const [ar, latin] = pattern(root);
      const en = latin.map((word) => titleCase(word.replace(/a{2,}/g, 'aa')));
      names.push(nameToken({ ar, en }), nameToken({ ar: `ال${ar}`, en }));
    }
  }
  return names;
}
