import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import { Caseload, type CaseloadCase } from '@athar/cases';
import type { Page, PageRequest } from '@athar/persistence';
import { Holders, Places, type HolderView, type PlaceView, type Recogniser } from '@athar/places';
import { QuickFind, type Findable } from '@athar/quick-find';
import { Collections } from '@athar/registry';
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

const PAGE = 200;

/** The lists that a member may look through, each read as she may read it. */
@Injectable()
export class Boxes {
  /**
   * Of all lists only names of places and holders are kept, since they are nobody's: as long as the
   * recogniser that was built of them.
   */
  private readonly gazetteer = new WeakMap<Recogniser, Map<QuickList, Promise<Box>>>();

  constructor(
    private readonly caseload: Caseload,
    private readonly places: Places,
    private readonly holders: Holders,
    private readonly collections: Collections,
  ) {}

  /** @throws RoleMissing where the member may not read the list */
  async open(actor: Actor, list: QuickList): Promise<Box> {
    switch (list) {
      case 'caseload':
        return boxOf((await this.caseload.of(actor)).map(ofCase));
      case 'collections':
        return boxOf((await this.collectionsOf(actor)).map(ofCollection));
      case 'places':
        return this.kept(list, async () => {
          const all = await allOf((page) => this.places.list(actor, page));
          return all.map((place) => ofNamed(place, place.level));
        });
      case 'holders':
        return this.kept(list, async () => {
          const all = await allOf((page) => this.holders.list(actor, page));
          return all.map((holder) => ofNamed(holder, holder.kind));
        });
    }
  }

  private collectionsOf(actor: Actor) {
    return allOf((page) => this.collections.list(actor, page));
  }

  private async kept(list: QuickList, read: () => Promise<Listed[]>): Promise<Box> {
    const recogniser = await this.places.recogniser();
    const boxes = this.gazetteer.get(recogniser) ?? new Map<QuickList, Promise<Box>>();
    this.gazetteer.set(recogniser, boxes);
    const box = boxes.get(list) ?? read().then(boxOf);
    boxes.set(list, box);
    // What could not be read is read again when it is next asked for.
    box.catch(() => boxes.delete(list));
    return box;
  }
}

function boxOf(items: readonly Listed[]): Box {
  return { items: new Map(items.map((item) => [item.id, item])), find: new QuickFind(items) };
}

async function allOf<Item>(list: (page: PageRequest) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page<Item> = await list({ cursor, limit: PAGE });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

function ofCase({ id, reference, otherReferences, names, status }: CaseloadCase): Listed {
  return { id, is: status, texts: [reference, ...names, ...otherReferences] };
}

function ofCollection(one: { id: string; kind: string; title: string; custodian: string }): Listed {
  return { id: one.id, is: one.kind, texts: [one.title, one.custodian] };
}

function ofNamed(named: PlaceView | HolderView, is: string): Listed {
  const { code, nameAr, nameEn, spellings } = named;
  return { id: code, is, texts: [...new Set([nameAr, nameEn, ...spellings])] };
}
