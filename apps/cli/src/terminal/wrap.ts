/**
 * Breaks a line at spaces, before letters are put in their order on the screen. What follows a first word
 * and two spaces is indented like it.
 */
export function wrap(line: string, width: number): string[] {
  const indent = /^ *\S+ {2,}/.exec(line)?.[0].length ?? 0;
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=\S) (?=\S)/)) {
    const joined = current === '' ? word : `${current} ${word}`;
    if (joined.length <= width || current === '') current = joined;
    else {
      lines.push(current);
      current = ' '.repeat(indent) + word;
    }
  }
  return [...lines, current];
}
