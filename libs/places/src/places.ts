import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor } from '@athar/access';
import type { Page, PageRequest } from '@athar/persistence';
import { STEWARDS, givenOf, type NewPlace, type PlaceChange } from './changes.js';
import { checkPlace } from './checks.js';
import { Editor } from './editing.js';
import { PlaceNotFound } from './errors.js';
import type { Place, PlaceLevel } from './gazetteer.js';
import type { Recogniser, RecogniseOptions, Recognition } from './recognise/recognition.js';
import { GazetteerKeeper } from './gazetteer-keeper.js';
import { GazetteerStore, type OpenGazetteer } from './storage/gazetteer-store.js';
import type { PlaceRow, PlaceView } from './storage/rows.js';

/** What a list of places may be asked for. */
export interface PlaceFilter extends PageRequest {
  level?: PlaceLevel | undefined;
  /** Code of the place that they lie directly in. */
  parent?: string | undefined;
}

/** Governorates, districts, sub-districts and what lies in them; and what texts say of them. */
@Injectable()
export class Places {
  private readonly editor: Editor<Place, PlaceView, PlaceRow>;

  constructor(
    private readonly store: GazetteerStore,
    private readonly keeper: GazetteerKeeper,
    audit: AuditTrail,
  ) {
    this.editor = new Editor(store, audit, {
      name: 'place',
      shelf: ({ places }) => places,
      check: checkInPlace,
    });
  }

  /** What recognises the places and holders known now; built anew when they change. */
  async recogniser(): Promise<Recogniser> {
    return (await this.keeper.current()).recogniser;
  }

  /** All places, for every member; the same array as long as nothing has changed. */
  async all(): Promise<readonly Place[]> {
    return (await this.keeper.current()).places;
  }

  /** What a text says of places and holders. The text is neither kept nor recorded. */
  async recognise(text: string, options?: RecogniseOptions): Promise<Recognition> {
    return (await this.recogniser()).recognise(text, options);
  }

  /** Places in the order of their codes, for every member. @throws InvalidCursor */
  list(actor: Actor, { level, parent, ...request }: PlaceFilter = {}): Promise<Page<PlaceView>> {
    return this.store.open(actor, ({ places }) =>
      places.page({ level, parent_code: parent }, request),
    );
  }

  /** One place, for every member. @throws PlaceNotFound */
  read(actor: Actor, code: string): Promise<PlaceView> {
    return this.store.open(actor, ({ places }) => places.read(code));
  }

  /** Adds a place; a steward's work. @throws RoleMissing, CodeTaken, GazetteerRefused */
  create(actor: Actor, place: NewPlace): Promise<PlaceView> {
    const { spellings = [], weak = [], source = STEWARDS } = place;
    return this.editor.create(actor, { ...place, spellings, weak, source });
  }

  /**
   * Changes names, spellings or the parent; a steward's work. What it was before is kept.
   *
   * @throws RoleMissing, PlaceNotFound, GazetteerChanged, GazetteerRefused
   */
  update(actor: Actor, code: string, version: number, change: PlaceChange): Promise<PlaceView> {
    return this.editor.update(actor, code, version, givenOf(change));
  }
}

async function checkInPlace({ places }: OpenGazetteer, place: Place): Promise<void> {
  const { parent } = place;
  checkPlace(place, parent === null ? undefined : await found(places.read(parent)));
}

async function found(reading: Promise<Place>): Promise<Place | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof PlaceNotFound) return undefined;
    throw error;
  }
}
