import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { Collections } from './collections.js';
import { Entries } from './entries.js';
import { ImportApplication } from './importing/import-application.js';
import { ImportReading } from './importing/import-reading.js';
import { ImportReception } from './importing/import-reception.js';
import { ImportSweep } from './importing/import-sweep.js';
import { Imports } from './imports.js';
import { NumberSearch } from './numbers/number-search.js';
import { Registry } from './registry.js';
import { Republication } from './republication.js';

const offered = [Collections, Entries, Imports, NumberSearch, Registry, Republication];

/** What the archives say: collections, imports, entries. Needs config, persistence and queue in the app. */
@Module({
  imports: [AccessModule],
  providers: [...offered, ImportApplication, ImportReading, ImportReception, ImportSweep],
  exports: offered,
})
export class RegistryModule {}
