import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { ImportApplication } from './applying/import-application.js';
import { ImportStopping } from './applying/import-stopping.js';
import { Imports } from './imports.js';
import { MappingStore } from './mappings/mapping-store.js';
import { Mappings } from './mappings/mappings.js';
import { Proposals } from './proposing/proposals.js';
import { BadRowsFile } from './reasons/bad-rows-file.js';
import { ImportBeginning } from './receiving/import-beginning.js';
import { ImportReception } from './receiving/import-reception.js';
import { MappingChoice } from './receiving/mapping-choice.js';
import { OpenReceptions } from './receiving/open-receptions.js';
import { ImportReading } from './standing/import-reading.js';
import { BadRowsRemoval } from './standing/bad-rows-removal.js';
import { ImportScopes } from './standing/import-scopes.js';
import { ImportViews } from './standing/import-views.js';
import { ImportSweep } from './standing/import-sweep.js';
import { ImportTargets } from './target/import-targets.js';

const offered = [Imports, ImportTargets, Mappings];
const receiving = [
  ImportBeginning,
  ImportReception,
  MappingChoice,
  MappingStore,
  OpenReceptions,
  Proposals,
];
const applying = [ImportApplication, ImportStopping];
const standing = [
  BadRowsFile,
  BadRowsRemoval,
  ImportReading,
  ImportScopes,
  ImportSweep,
  ImportViews,
];

/** Files on their way into the house. Needs config, persistence and queue in the app. */
@Module({
  imports: [AccessModule],
  providers: [...offered, ...receiving, ...applying, ...standing],
  exports: offered,
})
export class ImportsModule {}
