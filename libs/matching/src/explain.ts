import type { EvidenceItem, EvidenceKind } from './evidence.js';
import data from './sentences.json' with { type: 'json' };

export type ExplainLocale = 'ar' | 'en';

export interface Explanation {
  readonly kind: EvidenceKind;
  readonly centibits: number;
  readonly sentence: string;
}

type Words = Readonly<Record<string, string>>;
/** A text for each plural category of the language, chosen by the number `by` of the detail. */
type Counted = Readonly<
  { by: string; other: string } & Partial<Record<Intl.LDMLPluralRule, string>>
>;
type Text = string | Counted;

const sentences = new Map<string, Readonly<Record<ExplainLocale, Text>>>(
  Object.entries(data.sentences),
);
const roles: Readonly<Record<ExplainLocale, Words>> = data.roles;
const sources: Readonly<Record<ExplainLocale, Words>> = data.sources;
const plurals: Readonly<Record<ExplainLocale, Intl.PluralRules>> = {
  ar: new Intl.PluralRules('ar'),
  en: new Intl.PluralRules('en'),
};

function inNumber(text: Text, { detail = {} }: EvidenceItem, locale: ExplainLocale): string {
  if (typeof text === 'string') return text;
  return text[plurals[locale].select(Number(detail[text.by] ?? 0))] ?? text.other;
}

/** A role that is not known (a single by-name) is spoken of as the family name is. */
function fill(sentence: string, { detail = {} }: EvidenceItem, locale: ExplainLocale): string {
  const value = (name: string) => String(detail[name] ?? '');
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'role') return roles[locale][value('role')] ?? roles[locale]['family'] ?? '';
    if (name === 'source') return sources[locale][value('source')] ?? '';
    return value(name);
  });
}

/** Keys `kind.code` that have a sentence. */
export const EXPLAINED_CODES: readonly string[] = [...sentences.keys()];

/**
 * One sentence an item, in the reader's language and with its plurals (`Intl.PluralRules`); built from
 * codes, it repeats no name.
 */
export function explain(items: readonly EvidenceItem[], locale: ExplainLocale): Explanation[] {
  return items.map((item) => {
    const key = `${item.kind}.${item.code}`;
    const text = inNumber(sentences.get(key)?.[locale] ?? key, item, locale);
    return { kind: item.kind, centibits: item.centibits, sentence: fill(text, item, locale) };
  });
}
