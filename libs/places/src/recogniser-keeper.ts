import { Injectable } from '@nestjs/common';
import type { Recogniser } from './recognise/recognition.js';
import { buildRecogniser } from './recognise/recogniser.js';
import { GazetteerStore } from './storage/gazetteer-store.js';

/** Keeps a recogniser in memory as long as nothing has changed, in this process or another. */
@Injectable()
export class RecogniserKeeper {
  private kept: { revision: string; recogniser: Recogniser } | undefined;

  constructor(private readonly store: GazetteerStore) {}

  async current(): Promise<Recogniser> {
    // Asked first, so that a change between the two questions is seen at the next one.
    const revision = await this.store.revision();
    if (this.kept?.revision === revision) return this.kept.recogniser;
    const { places, holders } = await this.store.all();
    const recogniser = buildRecogniser(places, holders);
    this.kept = { revision, recogniser };
    return recogniser;
  }
}
