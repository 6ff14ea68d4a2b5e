import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { ImportApplication } from './applying/import-application.js';
import { ImportStopping } from './applying/import-stopping.js';
import { Imports } from './imports.js';
import { ImportBeginning } from './receiving/import-beginning.js';
import { ImportReception } from './receiving/import-reception.js';
import { ImportReading } from './standing/import-reading.js';
import { ImportScopes } from './standing/import-scopes.js';
import { ImportSweep } from './standing/import-sweep.js';
import { ImportTargets } from './target/import-targets.js';

const offered = [Imports, ImportTargets];
const receiving = [ImportBeginning, ImportReception];
const applying = [ImportApplication, ImportStopping];
const standing = [ImportReading, ImportScopes, ImportSweep];

/** Files on their way into the house. Needs config, persistence and queue in the app. */
@Module({
  imports: [AccessModule],
  providers: [...offered, ...receiving, ...applying, ...standing],
  exports: offered,
})
export class ImportsModule {}
