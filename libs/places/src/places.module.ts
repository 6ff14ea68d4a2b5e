import { Module } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { GazetteerLoading } from './gazetteer-loading.js';
import { Holders } from './holders.js';
import { Places } from './places.js';
import { GazetteerKeeper } from './gazetteer-keeper.js';
import { GazetteerStore } from './storage/gazetteer-store.js';

const offered = [Places, Holders, GazetteerLoading];

/** Places and holders, and what texts say of them. Needs config and persistence in the app. */
@Module({
  imports: [AccessModule],
  providers: [...offered, GazetteerStore, GazetteerKeeper],
  exports: offered,
})
export class PlacesModule {}
