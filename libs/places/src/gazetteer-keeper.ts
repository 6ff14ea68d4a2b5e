import { Injectable } from '@nestjs/common';
import type { Holder, Place } from './gazetteer.js';
import type { Recogniser } from './recognise/recognition.js';
import { buildRecogniser } from './recognise/recogniser.js';
import { GazetteerStore } from './storage/gazetteer-store.js';

/** All places and holders as they are now. The same arrays as long as nothing has changed. */
export interface KeptGazetteer {
  readonly places: readonly Place[];
  readonly holders: readonly Holder[];
  readonly recogniser: Recogniser;
}

/** Keeps the gazetteer in memory as long as nothing has changed, in this process or another. */
@Injectable()
export class GazetteerKeeper {
  private kept: { revision: string; building: Promise<KeptGazetteer> } | undefined;

  constructor(private readonly store: GazetteerStore) {}

  async current(): Promise<KeptGazetteer> {
    // Asked first, so that a change between the two questions is seen at the next one.
    const revision = await this.store.revision();
    if (this.kept?.revision === revision) return this.kept.building;
    const kept = { revision, building: this.build() };
    this.kept = kept;
    try {
      return await kept.building;
    } catch (error) {
      if (this.kept === kept) this.kept = undefined;
      throw error;
    }
  }

  private async build(): Promise<KeptGazetteer> {
    const { places, holders } = await this.store.all();
    return { places, holders, recogniser: buildRecogniser(places, holders) };
  }
}
