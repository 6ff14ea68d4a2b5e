import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor } from '@athar/access';
import type { Page, PageRequest } from '@athar/persistence';
import { STEWARDS, givenOf, type HolderChange, type NewHolder } from './changes.js';
import { checkHolder } from './checks.js';
import { Editor } from './editing.js';
import { GazetteerKeeper } from './gazetteer-keeper.js';
import type { Holder, HolderKind } from './gazetteer.js';
import { GazetteerStore, type OpenGazetteer } from './storage/gazetteer-store.js';
import type { HolderRow, HolderView } from './storage/rows.js';

/** What a list of holders may be asked for. */
export interface HolderFilter extends PageRequest {
  kind?: HolderKind | undefined;
  /** Code of what they belong to directly. */
  parent?: string | undefined;
  /** Code of the place where they stand. */
  place?: string | undefined;
}

/** Services, branches, prisons, hospitals and other forces. */
@Injectable()
export class Holders {
  private readonly editor: Editor<Holder, HolderView, HolderRow>;

  constructor(
    private readonly store: GazetteerStore,
    private readonly keeper: GazetteerKeeper,
    audit: AuditTrail,
  ) {
    this.editor = new Editor(store, audit, {
      name: 'holder',
      shelf: ({ holders }) => holders,
      check: checkInLine,
    });
  }

  /** All holders, for every member; the same array as long as nothing has changed. */
  async all(): Promise<readonly Holder[]> {
    return (await this.keeper.current()).holders;
  }

  /** Holders in the order of their codes, for every member. @throws InvalidCursor */
  list(actor: Actor, filter: HolderFilter = {}): Promise<Page<HolderView>> {
    const { kind, parent, place, ...request } = filter;
    return this.store.open(actor, ({ holders }) =>
      holders.page({ kind, parent_code: parent, place_code: place }, request),
    );
  }

  /** One holder, for every member. @throws HolderNotFound */
  read(actor: Actor, code: string): Promise<HolderView> {
    return this.store.open(actor, ({ holders }) => holders.read(code));
  }

  /** Adds a holder; a steward's work. @throws RoleMissing, CodeTaken, GazetteerRefused */
  create(actor: Actor, holder: NewHolder): Promise<HolderView> {
    const { parent = null, number = null, place = null } = holder;
    const { spellings = [], weak = [], source = STEWARDS } = holder;
    return this.editor.create(actor, {
      ...holder,
      parent,
      number,
      place,
      spellings,
      weak,
      source,
    });
  }

  /**
   * Changes a holder; a steward's work. What it was before is kept.
   *
   * @throws RoleMissing, HolderNotFound, GazetteerChanged, GazetteerRefused
   */
  update(actor: Actor, code: string, version: number, change: HolderChange): Promise<HolderView> {
    return this.editor.update(actor, code, version, givenOf(change));
  }
}

async function checkInLine(gazetteer: OpenGazetteer, holder: Holder): Promise<void> {
  const holders = new Map((await gazetteer.holders.all()).map((one) => [one.code, one]));
  const line: Holder[] = [];
  for (let next = holder.parent; next !== null;) {
    const above = holders.get(next);
    if (above === undefined || line.includes(above)) break;
    line.push(above);
    next = above.parent;
  }
  const { place } = holder;
  const places = place === null ? [] : await gazetteer.places.all();
  checkHolder(
    holder,
    line,
    places.some(({ code }) => code === place),
  );
}
