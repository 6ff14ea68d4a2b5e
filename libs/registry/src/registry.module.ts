import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { ImportsModule } from '@athar/imports';
import { Collections } from './collections.js';
import { Entries } from './entries.js';
import { EntriesTarget } from './importing/entries-target.js';
import { NumberSearch } from './numbers/number-search.js';
import { Registry } from './registry.js';
import { Republication } from './republication.js';
import { EntrySources } from './sources/entry-sources.js';

const offered = [Collections, Entries, EntrySources, NumberSearch, Registry, Republication];

/** What the archives say: collections and entries. Needs config, persistence and queue in the app. */
@Module({
  imports: [AccessModule, ImportsModule],
  providers: [...offered, EntriesTarget],
  exports: offered,
})
export class RegistryModule {}
