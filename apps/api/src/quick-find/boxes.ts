import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import { Caseload, type CaseloadCase } from '@athar/cases';
import { Holders, Places, type Holder, type Place } from '@athar/places';
import { QuickFind, type Findable } from '@athar/quick-find';
import { CollectionTitles, type CollectionTitle } from '@athar/registry';
import type { QuickList } from './quick-find.dto.js';

/** Something of a list: what it is called and what it is. */
export interface Listed extends Findable {
  is: string;
}

/** A list ready to be looked through. */
export interface Box {
  items: ReadonlyMap<string, Listed>;
  find: QuickFind;
}

/** The lists that a member may look through, each read as she may read it. */
@Injectable()
export class Boxes {
  /** By the list that a room keeps, which is another one when something changed. No names of cases. */
  private readonly built = new WeakMap<object, Box>();

  constructor(
    private readonly caseload: Caseload,
    private readonly places: Places,
    private readonly holders: Holders,
    private readonly collections: CollectionTitles,
  ) {}

  /** @throws RoleMissing where the member may not read the list */
  async open(actor: Actor, list: QuickList): Promise<Box> {
    switch (list) {
      case 'caseload':
        return boxOf((await this.caseload.of(actor)).map(ofCase));
      case 'collections':
        return this.kept(await this.collections.all(actor), ofCollection);
      case 'places':
        return this.kept(await this.places.all(), (place) => ofNamed(place, place.level));
      case 'holders':
        return this.kept(await this.holders.all(), (holder) => ofNamed(holder, holder.kind));
    }
  }

  private kept<Item>(all: readonly Item[], listed: (item: Item) => Listed): Box {
    const box = this.built.get(all) ?? boxOf(all.map(listed));
    this.built.set(all, box);
    return box;
  }
}

function boxOf(items: readonly Listed[]): Box {
  return { items: new Map(items.map((item) => [item.id, item])), find: new QuickFind(items) };
}

function ofCase({ id, reference, otherReferences, names, status }: CaseloadCase): Listed {
  return { id, is: status, texts: [reference, ...names, ...otherReferences] };
}

function ofCollection({ id, kind, title, custodian }: CollectionTitle): Listed {
  return { id, is: kind, texts: [title, custodian] };
}

function ofNamed(named: Place | Holder, is: string): Listed {
  const { code, nameAr, nameEn, spellings } = named;
  return { id: code, is, texts: [...new Set([nameAr, nameEn, ...spellings])] };
}
