/** Arabic letters that share a Latin one, which chat tells apart by a digit. */
const twins: readonly (readonly [sound: RegExp, letters: RegExp, marked: string, digit: string])[] =
  [
    [/t+(?!h)/g, /[تط]/g, 'ط', '6'],
    [/s+(?!h)/g, /[سص]/g, 'ص', '9'],
    [/q/g, /ق/g, 'ق', '2'],
  ];

/**
 * Spellings with digits for the sounds that Latin letters lack: 7 for ح, 3 for ع, 5 for خ, 2 for ء;
 * then, less usual, 6 for ط, 9 for ص and the 2 of those who do not speak the ق.
 */
export function chatSpellings(english: string, arabic: string): string[] {
  const stem = arabic.replace(/^ال/, '');
  const usual = throat(withAin(english.toLowerCase().replace(/kh/g, '5'), stem), stem);
  const others = twins.map(([sound, letters, marked, digit]) =>
    inOrder(usual, sound, stem.match(letters) ?? [], (letter) =>
      letter === marked ? digit : undefined,
    ),
  );
  return [usual, ...others.filter((word) => word !== usual)];
}

function withAin(word: string, stem: string): string {
  const marked = word.replace(/'/g, stem.includes('ع') ? '3' : '2');
  if (stem.startsWith('ع') && /^[aeiou]/.test(marked)) return `3${marked}`;
  return /.ع/.test(stem) && !marked.includes('3') ? marked.replace('aa', 'a3') : marked;
}

/** The n-th plain h of the spelling is the n-th ح or ه of the name. */
function throat(word: string, stem: string): string {
  return inOrder(word, /(?<![ksdtgc])h/g, stem.match(/[حه]/g) ?? [], (letter) =>
    letter === 'ح' ? '7' : undefined,
  );
}

/** Writes each sound anew by the letter it stands for, where there are as many of both. */
function inOrder(
  word: string,
  sound: RegExp,
  letters: readonly string[],
  anew: (letter: string) => string | undefined,
): string {
  if ((word.match(sound) ?? []).length !== letters.length) return word;
  let at = 0;
  return word.replace(sound, (written) => anew(letters[at++] ?? '') ?? written);
}
