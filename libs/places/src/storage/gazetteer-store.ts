import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@athar/access';
import { Database } from '@athar/persistence';
import type { Holder, Place } from '../gazetteer.js';
import { seedHolders, seedPlaces } from '../seed/seed.js';
import type { HolderRow, HolderView, PlaceRow, PlaceView } from './rows.js';
import { Shelf } from './shelf.js';
import { HOLDERS, PLACES, rowOf } from './subject.js';

/** Both tables in one transaction. */
export interface OpenGazetteer {
  readonly manager: EntityManager;
  readonly places: Shelf<Place, PlaceView, PlaceRow>;
  readonly holders: Shelf<Holder, HolderView, HolderRow>;
  /** Tells what is held in memory, here and in other processes, that it is old. */
  readonly changed: () => Promise<void>;
}

/** The tables of places and holders, with what Athar knows of itself planted in them. */
@Injectable()
export class GazetteerStore implements OnApplicationBootstrap {
  constructor(private readonly database: Database) {}

  /** Adds what a newer Athar knows more; what is there, edited or not, stays as it is. */
  async onApplicationBootstrap(): Promise<void> {
    await this.database.beforeOrganisation('SELECT plant_gazetteer($1, $2)', [
      JSON.stringify(seedPlaces.map((place) => rowOf(PLACES, place))),
      JSON.stringify(seedHolders.map((holder) => rowOf(HOLDERS, holder))),
    ]);
  }

  /** Runs `work` in one transaction of the actor's organisation; the gazetteer belongs to the house. */
  open<T>(actor: Actor, work: (gazetteer: OpenGazetteer) => Promise<T>): Promise<T> {
    return this.database.inOrganisation(actor.organisationId, (manager) => work(opened(manager)));
  }

  /** Rises whenever something changes. Needs no actor: names of places are nobody's. */
  revision(): Promise<string> {
    return this.database.asMatcher(async (manager) => {
      const [head] = await manager.query<{ revision: string }[]>(
        'SELECT revision FROM gazetteer_head',
      );
      return head?.revision ?? '0';
    });
  }

  /** Both tables whole, some thousand rows. */
  all(): Promise<{ places: Place[]; holders: Holder[] }> {
    return this.database.asMatcher(async (manager) => {
      const { places, holders } = opened(manager);
      return { places: await places.all(), holders: await holders.all() };
    });
  }
}

function opened(manager: EntityManager): OpenGazetteer {
  return {
    manager,
    places: new Shelf(PLACES, manager),
    holders: new Shelf(HOLDERS, manager),
    changed: async () => {
      await manager.query('UPDATE gazetteer_head SET revision = revision + 1');
    },
  };
}
