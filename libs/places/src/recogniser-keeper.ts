import { Injectable } from '@nestjs/common';
import type { Recogniser } from './recognise/recognition.js';
import { buildRecogniser } from './recognise/recogniser.js';
import { GazetteerStore } from './storage/gazetteer-store.js';

/** Keeps a recogniser in memory as long as nothing has changed, in this process or another. */
@Injectable()
export class RecogniserKeeper {
  private kept: { revision: string; building: Promise<Recogniser> } | undefined;

  constructor(private readonly store: GazetteerStore) {}

  async current(): Promise<Recogniser> {
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

  private async build(): Promise<Recogniser> {
    const { places, holders } = await this.store.all();
    return buildRecogniser(places, holders);
  }
}
