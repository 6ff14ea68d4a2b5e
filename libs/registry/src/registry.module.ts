import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { Collections } from './collections.js';
import { Entries } from './entries.js';
import { Registry } from './registry.js';
import { Republication } from './republication.js';

const services = [Collections, Entries, Registry, Republication];

/** What the archives say: collections, imports, entries. Needs persistence and queue in the app. */
@Module({ imports: [AccessModule], providers: services, exports: services })
export class RegistryModule {}
