import type { UnfinishedState } from '../import-view.js';

/** Why an import that was left in this state has failed. */
export const givenUpCodes = {
  receiving: 'upload-interrupted',
  applying: 'apply-given-up',
  cancelling: 'cancel-given-up',
  undoing: 'undo-given-up',
} as const satisfies Record<UnfinishedState, string>;
