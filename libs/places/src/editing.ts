import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { CodeTaken, GazetteerChanged } from './errors.js';
import type { Named } from './gazetteer.js';
import type { GazetteerStore, OpenGazetteer } from './storage/gazetteer-store.js';
import type { Kept } from './storage/rows.js';
import type { Shelf } from './storage/shelf.js';

/** What an edit of either table needs to know of it. */
export interface Editing<Thing extends Named, View extends Thing & Kept, Row> {
  readonly name: 'place' | 'holder';
  readonly shelf: (gazetteer: OpenGazetteer) => Shelf<Thing, View, Row>;
  /** @throws GazetteerRefused */
  readonly check: (gazetteer: OpenGazetteer, thing: Thing) => Promise<void>;
}

/** Stewards' work on one of the two tables: checked, versioned, recorded. */
export class Editor<Thing extends Named, View extends Thing & Kept, Row> {
  constructor(
    private readonly store: GazetteerStore,
    private readonly audit: AuditTrail,
    private readonly editing: Editing<Thing, View, Row>,
  ) {}

  /** @throws RoleMissing, CodeTaken, GazetteerRefused */
  async create(actor: Actor, thing: Thing): Promise<View> {
    requireRole(actor, 'steward');
    return this.store.open(actor, async (gazetteer) => {
      const shelf = this.editing.shelf(gazetteer);
      await this.editing.check(gazetteer, thing);
      if ((await shelf.add([thing])) === 0) throw new CodeTaken();
      const view = await shelf.read(thing.code);
      await this.finish(actor, gazetteer, 'created', view);
      return view;
    });
  }

  /** @throws RoleMissing, PlaceNotFound or HolderNotFound, GazetteerChanged, GazetteerRefused */
  async update(actor: Actor, code: string, version: number, change: Partial<Thing>): Promise<View> {
    requireRole(actor, 'steward');
    return this.store.open(actor, async (gazetteer) => {
      const shelf = this.editing.shelf(gazetteer);
      const before = await shelf.read(code, true);
      if (before.version !== version) throw new GazetteerChanged();
      const wanted: Thing = { ...before, ...change };
      await this.editing.check(gazetteer, wanted);
      const view = await shelf.replace(actor.memberId, before, wanted);
      await this.finish(actor, gazetteer, 'updated', view);
      return view;
    });
  }

  private async finish(
    actor: Actor,
    { manager, changed }: OpenGazetteer,
    verb: string,
    view: View,
  ) {
    const { name } = this.editing;
    await changed();
    await this.audit.record(manager, {
      organisationId: actor.organisationId,
      memberId: actor.memberId,
      action: `${name}.${verb}`,
      subjectType: name,
      detail: { code: view.code, version: view.version },
    });
  }
}
