import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import type { EntrySources, SourceAuthor } from '../sources/index.js';
import type { TitleSettingsView } from './title-settings.js';

/** Where and for whom photographs are grouped. */
export interface Grouping {
  manager: EntityManager;
  seal: Seal;
  sources: EntrySources;
  settings: TitleSettingsView;
  by: SourceAuthor;
}
