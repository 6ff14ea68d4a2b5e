import type { Language } from '@athar/families';
import { templates, type TemplateName, type TemplateVariables } from './templates.js';

/** A message as it is read. */
export interface RenderedMessage {
  subject: string;
  text: string;
}

/** Left-to-right isolate and its end (UAX #9): digits beside Arabic would otherwise change order. */
const ISOLATE = '\u2066';
const END = '\u2069';

/**
 * Puts the variables into a sentence.
 *
 * @param discreet leaves the organisation out, in subject and text.
 */
export function renderMessage(
  template: TemplateName,
  language: Language,
  variables: TemplateVariables,
  discreet: boolean,
): RenderedMessage {
  const wording = templates[template][language];
  const fill = (text: string) => fillIn(text, language, variables);
  if (discreet) return { subject: fill(wording.discreetSubject), text: `${fill(wording.text)}\n` };
  return {
    subject: fill(wording.subject),
    text: `${fill(wording.text)}\n\n${fill(wording.signature)}\n`,
  };
}

function fillIn(text: string, language: Language, variables: TemplateVariables): string {
  const isolated = (value: string) => (language === 'ar' ? `${ISOLATE}${value}${END}` : value);
  return text
    .replaceAll('{reference}', () => isolated(variables.reference))
    .replaceAll('{phone}', () => isolated(variables.phone))
    .replaceAll('{organisation}', () => variables.organisation);
}
