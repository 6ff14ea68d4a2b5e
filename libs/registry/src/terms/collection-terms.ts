/** What the custodian of a source allows. */
export interface CollectionTerms {
  mayMatch: boolean;
  mayDisclose: boolean;
  /** ISO day; nothing of the collection is matched before it. */
  embargoUntil: string | null;
  legalHold: boolean;
}
