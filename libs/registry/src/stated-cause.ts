import type { EntryDocument } from './entry-document.js';

/** The words under which a cause of death is shown, if it is shown at all. */
export const STATED_NOT_EVIDENCE = 'stated, not evidence';

/** What a paper names as the cause of death. */
export interface StatedCause {
  text: string;
  asStated: true;
  caution: typeof STATED_NOT_EVIDENCE;
}

/**
 * The document without the stated cause: what matching and reviewing look at. Papers were made out
 * with causes that are known to be false, so that nobody is to weigh them.
 */
export function withoutStatedCause(document: EntryDocument): EntryDocument {
  if (document.civil === undefined) return document;
  const { civil, ...rest } = document;
  const { statedCause, ...weighed } = civil;
  return statedCause === undefined ? document : { ...rest, civil: weighed };
}

/** The stated cause as it is shown, apart from the document; undefined where the paper names none. */
export function statedCauseOf({ civil }: EntryDocument): StatedCause | undefined {
  const text = civil?.statedCause;
  return text === undefined ? undefined : { text, asStated: true, caution: STATED_NOT_EVIDENCE };
}
