/** Ways to write an Arabic name in Latin letters; `chat` is the spelling with digits for sounds. */
export const TRADITIONS = ['en', 'fr', 'de', 'tr', 'ku', 'chat'] as const;
export type Tradition = (typeof TRADITIONS)[number];

/** In which letters, and after which country's manner, a record is written. */
export type Manner = 'ar' | Tradition;

/** How often each is met, in any unit. */
export type TraditionShares = Record<Tradition, number>;

/** Assumed: where families live now, and that the young type as they chat. */
export const DEFAULT_TRADITIONS: Readonly<TraditionShares> = {
  en: 45,
  fr: 12,
  de: 12,
  tr: 12,
  ku: 4,
  chat: 15,
};
