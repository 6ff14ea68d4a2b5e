import { ALIGNMENT_CODES, explainReason, type ExplanationLanguage } from '@athar/arabic-names';
import type { EvidenceItem, EvidenceKind } from './evidence.js';
import { readReason } from './name-reason.js';
import data from './sentences.json' with { type: 'json' };

export type ExplainLocale = ExplanationLanguage;

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
const sources: Readonly<Record<ExplainLocale, Words>> = data.sources;
const plurals: Readonly<Record<ExplainLocale, Intl.PluralRules>> = {
  ar: new Intl.PluralRules('ar'),
  en: new Intl.PluralRules('en'),
};

function inNumber(text: Text, { detail = {} }: EvidenceItem, locale: ExplainLocale): string {
  if (typeof text === 'string') return text;
  return text[plurals[locale].select(Number(detail[text.by] ?? 0))] ?? text.other;
}

function fill(sentence: string, { detail = {} }: EvidenceItem, locale: ExplainLocale): string {
  const value = (name: string) => String(detail[name] ?? '');
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'source') return sources[locale][value('source')] ?? '';
    return value(name);
  });
}

/** Keys `kind.code` that have a sentence. */
export const EXPLAINED_CODES: readonly string[] = [
  ...ALIGNMENT_CODES.map((code) => `name.${code}`),
  ...sentences.keys(),
];

function sentenceOf(item: EvidenceItem, locale: ExplainLocale): string {
  const reason = readReason(item);
  if (reason !== null) return explainReason(reason, locale);
  const key = `${item.kind}.${item.code}`;
  return fill(inNumber(sentences.get(key)?.[locale] ?? key, item, locale), item, locale);
}

/**
 * One sentence an item, in the reader's language and with its plurals (`Intl.PluralRules`); built from
 * codes, it repeats no name.
 */
export function explain(items: readonly EvidenceItem[], locale: ExplainLocale): Explanation[] {
  return items.map((item) => ({
    kind: item.kind,
    centibits: item.centibits,
    sentence: sentenceOf(item, locale),
  }));
}
