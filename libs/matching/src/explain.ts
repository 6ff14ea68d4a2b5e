import type { EvidenceItem, EvidenceKind } from './evidence.js';
import data from './sentences.json' with { type: 'json' };

export type ExplainLocale = 'ar' | 'en';

export interface Explanation {
  readonly kind: EvidenceKind;
  readonly centibits: number;
  readonly sentence: string;
}

type Words = Readonly<Record<string, string>>;

const sentences = new Map<string, Words>(Object.entries(data.sentences));
const roles: Readonly<Record<ExplainLocale, Words>> = data.roles;
const sources: Readonly<Record<ExplainLocale, Words>> = data.sources;

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

/** One sentence an item, in the reader's language; built from codes, it repeats no name. */
export function explain(items: readonly EvidenceItem[], locale: ExplainLocale): Explanation[] {
  return items.map((item) => {
    const key = `${item.kind}.${item.code}`;
    const sentence = fill(sentences.get(key)?.[locale] ?? key, item, locale);
    return { kind: item.kind, centibits: item.centibits, sentence };
  });
}
