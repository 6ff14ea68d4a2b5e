import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { ImportsModule } from '@athar/imports';
import { Collections } from './collections.js';
import { Entries } from './entries.js';
import { EntryExport } from './exporting/entry-export.js';
import { EntriesTarget } from './importing/entries-target.js';
import { NumberSearch } from './numbers/number-search.js';
import { ReadingQueue } from './readings/reading-queue.js';
import { ReadingsOfEntry } from './readings/readings-of-entry.js';
import { Readings } from './readings/readings.js';
import { Registry } from './registry.js';
import { Republication } from './republication.js';
import { EntrySources } from './sources/entry-sources.js';

const offered = [
  EntryExport,
  ReadingQueue,
  Readings,
  ReadingsOfEntry,
  Collections,
  Entries,
  EntrySources,
  NumberSearch,
  Registry,
  Republication,
];

/** What the archives say: collections and entries. Needs config, persistence and queue in the app. */
@Module({
  imports: [AccessModule, ImportsModule],
  providers: [...offered, EntriesTarget],
  exports: offered,
})
export class RegistryModule {}
