import type { Language } from '@athar/families';

/** Every sentence that may be sent. One is added here and to the database's list of them. */
export const templateNames = ['registered'] as const;
export type TemplateName = (typeof templateNames)[number];

/** All that a message may know. There is no other variable, so no other fact can be told. */
export interface TemplateVariables {
  reference: string;
  organisation: string;
  phone: string;
}

interface Wording {
  subject: string;
  /** Shows nobody who sent it. */
  discreetSubject: string;
  text: string;
  /** Put under the text; left out where the message must be discreet. */
  signature: string;
}

/** The same sentence whatever is known inside: no word of it may say or hint what became of anyone. */
export const templates: Readonly<Record<TemplateName, Readonly<Record<Language, Wording>>>> = {
  registered: {
    ar: {
      subject: '{organisation}: سُجّل طلبكم',
      discreetSubject: 'طلبكم',
      text: 'سُجّل طلبكم {reference}. نقارنه بالقوائم المتوفرة لدينا. خدمتنا مجانية ولا نطلب مالاً أبداً. {phone}',
      signature: '{organisation}',
    },
    en: {
      subject: '{organisation}: your request is registered',
      discreetSubject: 'Your request',
      text: 'Your request {reference} is registered. We compare it with the lists available to us. Our service is free and we never ask for money. {phone}',
      signature: '{organisation}',
    },
  },
};
