import { Injectable } from '@nestjs/common';
import { RoleMissing, type Actor } from '@athar/access';
import { Caseload } from '@athar/cases';
import { Boxes, type Box } from './boxes.js';
import { quickLists, type QuickFindAnswer, type QuickList } from './quick-find.dto.js';

interface Asked {
  query: string;
  lists?: readonly QuickList[] | undefined;
  limit: number;
}

/** Finds again, while a member types, what she knows to be there. */
@Injectable()
export class Finding {
  constructor(
    private readonly boxes: Boxes,
    private readonly caseload: Caseload,
  ) {}

  /**
   * What fits, list by list. Cases that are shown are recorded by their ids; what was typed is neither
   * kept nor recorded.
   *
   * @throws RoleMissing where a list was asked for that the member may not read
   */
  async find(actor: Actor, { query, lists, limit }: Asked): Promise<QuickFindAnswer> {
    const found: QuickFindAnswer['lists'] = [];
    for (const list of new Set(lists ?? quickLists)) {
      const box = await this.open(actor, list, lists !== undefined);
      if (box) found.push({ list, items: itemsOf(box, query, limit) });
    }
    const cases = found.find(({ list }) => list === 'caseload');
    if (cases) {
      const ids = cases.items.map(({ id }) => id);
      await this.caseload.shown(actor, ids);
    }
    return { lists: found };
  }

  /** A list that nobody asked for by name is left out where the member may not read it. */
  private async open(actor: Actor, list: QuickList, asked: boolean): Promise<Box | undefined> {
    try {
      return await this.boxes.open(actor, list);
    } catch (error) {
      if (error instanceof RoleMissing && !asked) return undefined;
      throw error;
    }
  }
}

function itemsOf({ items, find }: Box, query: string, limit: number) {
  return find.find(query, limit).map(({ id, stretches }) => {
    const { is = '', texts = [] } = items.get(id) ?? {};
    return { id, is, texts: [...texts], stretches };
  });
}
