import { z } from 'zod';
import { entry } from '../entries/entries.dto.js';
import { id } from '../http/index.js';
import { likePairFields } from './like-pairs.dto.js';

export const entryPair = z
  .object({ ...likePairFields, left: entry, right: entry })
  .meta({ id: 'EntryPair' });

export const linkedEntries = z
  .object({ items: z.array(z.object({ pairId: id, entry })) })
  .meta({ id: 'LinkedEntries' });
