import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { ImportsModule } from '@athar/imports';
import { CollectionTitles } from './collection-titles.js';
import { Collections } from './collections.js';
import { Entries } from './entries.js';
import { EntryExport } from './exporting/entry-export.js';
import { EntriesTarget } from './importing/entries-target.js';
import { NumberSearch } from './numbers/number-search.js';
import { NewArchives } from './photographs/new-archives.js';
import { PhotographFigures } from './photographs/photograph-figures.js';
import { PhotographHands } from './photographs/photograph-hands.js';
import { PhotographLists } from './photographs/photograph-lists.js';
import { TitlePatternKeeping } from './photographs/title-pattern-keeping.js';
import { TitlesTarget } from './photographs/titles-target.js';
import { TitlesUndo } from './photographs/titles-undo.js';
import { ReadingQueue } from './readings/reading-queue.js';
import { ReadingsOfEntry } from './readings/readings-of-entry.js';
import { Readings } from './readings/readings.js';
import { Registry } from './registry.js';
import { Republication } from './republication.js';
import { EntryHistory } from './sources/entry-history.js';
import { EntrySources } from './sources/entry-sources.js';
import { HandCorrections } from './sources/hand-corrections.js';

const offered = [
  EntryExport,
  ReadingQueue,
  Readings,
  ReadingsOfEntry,
  CollectionTitles,
  Collections,
  Entries,
  EntryHistory,
  EntrySources,
  HandCorrections,
  NumberSearch,
  Registry,
  Republication,
];
const photographs = [PhotographFigures, PhotographHands, PhotographLists, TitlePatternKeeping];

/** What the archives say: collections and entries. Needs config, persistence and queue in the app. */
@Module({
  imports: [AccessModule, ImportsModule],
  providers: [...offered, ...photographs, EntriesTarget, NewArchives, TitlesTarget, TitlesUndo],
  exports: [...offered, ...photographs],
})
export class RegistryModule {}
