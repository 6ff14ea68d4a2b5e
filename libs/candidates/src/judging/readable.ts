import { SealBroken } from '@athar/persistence';
import { RecordUnreadable } from '../errors.js';

/** Opens records; one that cannot be deciphered is told apart from a house that is broken. @throws RecordUnreadable */
export async function readable<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof SealBroken) throw new RecordUnreadable(error);
    throw error;
  }
}
