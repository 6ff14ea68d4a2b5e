import { skeletonOf } from '../skeleton.js';
import { traceOf } from '../trace/trace.js';
import type { Tradition } from '../traditions/traditions.js';
import type { AlignedPart, NameFrequencies, ParsedName } from '../types.js';
import { reasonOf, type PartReason } from './part-reason.js';
import texts from './texts.json' with { type: 'json' };
import { checkLanguage, type ExplanationLanguage } from './unknown-language.js';

const COMMA = { ar: '، ', en: ', ' } as const;

function spellingOf(traditions: readonly Tradition[], language: ExplanationLanguage): string[] {
  const [first, second] = traditions.map((tradition) => texts.traditions[tradition][language]);
  if (first === undefined) return [];
  if (second === undefined) return [first];
  return [fill(texts.twoTraditions[language], { first, second })];
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '');
}

/** Clauses that follow what a sentence says of a part. */
function clausesOf(
  { note, traditions, common, share }: PartReason,
  language: ExplanationLanguage,
): string[] {
  const clauses = note === null ? [] : [texts.notes[note][language]];
  clauses.push(...spellingOf(traditions, language));
  if (share !== null) clauses.push(fill(texts.share[language], { share: String(share) }));
  else if (common) clauses.push(texts.common[language]);
  return clauses;
}

function sayPart({ code, role }: PartReason, language: ExplanationLanguage): string {
  return fill(texts.codes[code][language], { role: texts.roles[language][role ?? 'family'] });
}

/**
 * One sentence for a line of an alignment, in the reader's language. Made of codes and values alone, it
 * repeats no name: for reasons that were kept without the names. A part without a role is spoken of as
 * the family name is.
 * @throws UnknownLanguage where it has no sentences in the language
 */
export function explainReason(reason: PartReason, language: ExplanationLanguage): string {
  checkLanguage(language);
  return `${[sayPart(reason, language), ...clausesOf(reason, language)].join(COMMA[language])}.`;
}

/** Keeps the direction of a name to itself, whatever surrounds it (Unicode isolates). */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Tokens of a name as they are written in it. */
function written(name: ParsedName, first: number, count: number): string {
  const pieces = traceOf(name).filter(
    ({ token }) => token !== null && token >= first && token < first + count,
  );
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  return pieces.length === 0 ? (name.tokens[first]?.text ?? '') : name.original.slice(start, end);
}

/** On which side two words stand for one, where they do: that whose first word has fewer consonants. */
function joinedSide(
  part: AlignedPart,
  left: ParsedName,
  right: ParsedName,
): 'left' | 'right' | null {
  const [a, b] = [left.tokens[part.left ?? -1], right.tokens[part.right ?? -1]];
  if (part.code !== 'joined' || a === undefined || b === undefined) return null;
  return skeletonOf(a).length < skeletonOf(b).length ? 'left' : 'right';
}

/** What met what, each name as written; a dash for what is missing. */
function pairOf(part: AlignedPart, left: ParsedName, right: ParsedName): string {
  const joined = joinedSide(part, left, right);
  const side = (name: ParsedName, at: number | null, isJoined: boolean) =>
    at === null ? '–' : isolate(written(name, at, isJoined ? 2 : 1));
  const own = side(left, part.left, joined === 'left');
  return `${own} ~ ${side(right, part.right, joined === 'right')}`;
}

/** A part that has no counterpart: on which side that is missing. */
function sayMissing(
  { left }: AlignedPart,
  { code, role }: PartReason,
  language: ExplanationLanguage,
) {
  const side = texts.missing[left === null ? 'left' : 'right'][language];
  const said = fill(side, { role: texts.roles[language][role ?? 'family'] });
  return code === 'missing-unusual'
    ? said + COMMA[language] + texts.missing.unusual[language]
    : said;
}

/**
 * One plain sentence for a line of the alignment of two names, in the reader's language: what met what,
 * each name as written and in its own direction, and why it is worth what it is worth.
 * @param part a line of `compareNames(left, right, frequencies).alignment`
 * @throws UnknownLanguage where it has no sentences in the language
 */
export function explainPart(
  part: AlignedPart,
  left: ParsedName,
  right: ParsedName,
  language: ExplanationLanguage,
  frequencies?: NameFrequencies,
): string {
  checkLanguage(language);
  const reason = reasonOf(part, left, right, frequencies);
  const alone = part.left === null || part.right === null;
  const said = alone ? sayMissing(part, reason, language) : sayPart(reason, language);
  const sentence = [said, ...clausesOf(reason, language)].join(COMMA[language]);
  const [first = ''] = sentence;
  return `${pairOf(part, left, right)}: ${first.toLowerCase()}${sentence.slice(first.length)}.`;
}
