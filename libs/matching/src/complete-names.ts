import {
  tokenSimilarity,
  parseName,
  type NameParts,
  type NameRole,
  type NameToken,
  type ParsedName,
} from '@athar/arabic-names';

/** Similarity from which on two words are spellings or readings of one. */
const ALIKE = 0.55;
/** Similarity below which a word is no spelling of another, however badly read. */
const PLAINLY_OTHER = 0.3;

const LINE: readonly NameRole[] = ['given', 'father', 'grandfather', 'family'];

/** A word of a name with the role that it most likely has. */
interface Part {
  readonly role: NameRole;
  readonly text: string;
}

function roleOf({ roles }: NameToken): NameRole {
  return roles[0] ?? 'family';
}

function partsOf({ tokens }: ParsedName): Part[] {
  return tokens.map((token) => ({ role: roleOf(token), text: token.text }));
}

function similarity(a: NameToken, b: NameToken): number {
  return a.folded === b.folded && a.head === b.head ? 1 : tokenSimilarity(a, b);
}

/** For each word of one name the index of the word of another that it spells, or -1. */
function spelledBy(name: ParsedName, other: ParsedName): number[] {
  const free = new Set(other.tokens.keys());
  return name.tokens.map((token) => {
    let best = -1;
    let most = ALIKE;
    for (const at of free) {
      const against = other.tokens[at];
      const alike = against === undefined ? 0 : similarity(token, against);
      if (alike < most || (alike === most && best !== -1)) continue;
      best = at;
      most = alike;
    }
    free.delete(best);
    return best;
  });
}

function inFields(parts: readonly Part[]): ParsedName {
  const fields: NameParts = {};
  for (const { role, text } of parts) {
    const before = fields[role];
    fields[role] = before === undefined ? text : `${before} ${text}`;
  }
  return parseName(fields);
}

/** The first role that a word of a name as written may have and that the fields say nothing of. */
function freeRole(
  token: NameToken,
  fields: ParsedName,
  parts: readonly Part[],
): NameRole | undefined {
  const stated = new Set(parts.map(({ role }) => role));
  // What opens a name is the given name: where the fields have one, this is another reading of it.
  if (roleOf(token) === 'given') return stated.has('given') ? undefined : 'given';
  // Across scripts a rare spelling looks like another word: it may well be one of the fields.
  if (fields.tokens.some(({ script }) => script !== token.script)) return undefined;
  return LINE.find((role) => token.roles.includes(role) && !stated.has(role));
}

/**
 * The parts of the fields of a form, and those that stand only in the name as written: a list that
 * calls its columns "name, father, family" has given names alone in the first.
 */
export function fillFields(fields: ParsedName, written: readonly ParsedName[]): ParsedName {
  const parts = partsOf(fields);
  for (const name of written) {
    const spelled = spelledBy(name, fields);
    name.tokens.forEach((token, at) => {
      if (spelled[at] !== -1) return;
      if (fields.tokens.some((field) => similarity(token, field) >= PLAINLY_OTHER)) return;
      const role = freeRole(token, fields, parts);
      if (role !== undefined) parts.push({ role, text: token.text });
    });
  }
  return parts.length === fields.tokens.length ? fields : inFields(parts);
}

/** Parts of a name, by-names aside. */
function countParts({ tokens }: ParsedName): number {
  return tokens.filter((token) => roleOf(token) !== 'kunya').length;
}

/** A name with the parts that it leaves out, taken from a fuller one of the same person. */
function completeBy(name: ParsedName, fuller: ParsedName): ParsedName {
  const spelled = spelledBy(name, fuller);
  const parts = partsOf(fuller);
  name.tokens.forEach((token, at) => {
    const role = roleOf(token);
    const met = spelled[at] ?? -1;
    const place = met === -1 ? parts.findIndex((part) => part.role === role) : met;
    if (place === -1) parts.push({ role, text: token.text });
    else parts[place] = { role: parts[place]?.role ?? role, text: token.text };
  });
  return fuller.explicit ? inFields(parts) : parseName(parts.map(({ text }) => text).join(' '));
}

function keyOf({ explicit, tokens }: ParsedName): string {
  const words = tokens.map(({ text, head, roles }) => `${text}|${head}|${roles.join()}`);
  return `${explicit} ${words.join(' ')}`;
}

/**
 * Forms of one person's name, all of which say as much: one that leaves parts out gets them from the
 * fullest one that is most like it. A short form can then agree by another spelling, but not by what
 * it does not say. Forms that came to say the same are one.
 */
export function completeForms(forms: readonly ParsedName[]): ParsedName[] {
  const most = Math.max(0, ...forms.map(countParts));
  const fullest = forms.filter((form) => countParts(form) === most);
  const complete = forms.map((form) => {
    if (countParts(form) === most) return form;
    const likest = mostAlike(form, fullest);
    return likest === undefined ? form : completeBy(form, likest);
  });
  return [...new Map(complete.map((form) => [keyOf(form), form])).values()];
}

function mostAlike(form: ParsedName, others: readonly ParsedName[]): ParsedName | undefined {
  let best: ParsedName | undefined;
  let most = -1;
  for (const other of others) {
    const shared = spelledBy(form, other).filter((at) => at !== -1).length;
    if (shared <= most) continue;
    best = other;
    most = shared;
  }
  return best;
}
