import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@athar/access';
import type { NewPlaces } from '@athar/imports';
import { KeyRing } from '@athar/persistence';
import type { NewCollection } from '../collection.js';
import { checkCollection, defaultWindowDays } from '../collection-row.js';
import { Collections } from '../collections.js';
import { checkSettings } from './check-settings.js';
import { TitlePatternKeeping } from './title-pattern-keeping.js';
import type { ReadingSettings, TitleSettingsChange } from './title-settings.js';

/** A collection that is made for a list of titles, and how they are read. */
export interface NewArchive extends NewCollection {
  titles: TitleSettingsChange;
}

/** How titles are read and grouped in a collection that is not there yet. */
export function settingsOf({ titles, numberWindowDays }: NewArchive): ReadingSettings {
  return {
    patterns: titles.patterns,
    byFolder: titles.byFolder ?? false,
    assumedBranch: titles.assumedBranch ?? null,
    windowDays: numberWindowDays ?? defaultWindowDays,
  };
}

/** Makes collections, with their title patterns, for lists that came in whole. */
@Injectable()
export class NewArchives implements NewPlaces {
  constructor(
    private readonly collections: Collections,
    private readonly patterns: TitlePatternKeeping,
    private readonly keyRing: KeyRing,
  ) {}

  /** @throws InvalidCollection, TitlePatternRefused */
  check(wanted: object): void {
    const archive = wanted as NewArchive;
    checkCollection(archive);
    checkSettings(archive.titles);
  }

  async make(manager: EntityManager, actor: Actor, id: string, wanted: object): Promise<void> {
    const { titles, ...collection } = wanted as NewArchive;
    await this.collections.insert(manager, actor, id, collection);
    const seal = await this.keyRing.ofRegistry(manager);
    await this.patterns.write(manager, seal, actor, id, titles);
  }
}
