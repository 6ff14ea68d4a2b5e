import type { Word } from './read-words.js';
import type { NameRole, NameToken } from './types.js';

/** Tokens kept; all are forgotten when so many are, so memory is bounded. */
const MOST_KEPT = 2 ** 16;
/** Longer texts are not kept: they hardly recur. */
const LONGEST_KEPT = 40;

const byText = new Map<string, NameToken[]>();
let kept = 0;

function sameRoles(a: readonly NameRole[], b: readonly NameRole[]): boolean {
  return a === b || (a.length === b.length && a.every((role, at) => role === b[at]));
}

function isOf(token: NameToken, word: Word, roles: readonly NameRole[]): boolean {
  return (
    token.folded === word.folded &&
    token.spelling === word.spelling &&
    token.whole === word.whole &&
    token.script === word.script &&
    token.article === word.article &&
    token.head === word.head &&
    sameRoles(token.roles, roles)
  );
}

function keep(token: NameToken): void {
  if (token.text.length > LONGEST_KEPT) return;
  if (kept >= MOST_KEPT) {
    byText.clear();
    kept = 0;
  }
  kept += 1;
  const others = byText.get(token.text);
  if (others === undefined) byText.set(token.text, [token]);
  else others.push(token);
}

/**
 * A word of a name in a role as a token. The words of names recur: the same word in the same role is mostly the very
 * token that was given before, so that what was found of it is found once.
 */
export function tokenOf(word: Word, roles: readonly NameRole[]): NameToken {
  const { text, folded, spelling, whole, script, article, head } = word;
  const known = byText.get(text)?.find((token) => isOf(token, word, roles));
  if (known !== undefined) return known;
  const token = { text, folded, spelling, whole, script, article, head, roles };
  keep(token);
  return token;
}
