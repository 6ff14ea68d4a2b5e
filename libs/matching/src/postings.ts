/** Where lists are kept by feature. */
interface Lists<Feature> {
  get(feature: Feature): number[] | undefined;
  set(feature: Feature, list: number[]): unknown;
  delete(feature: Feature): unknown;
}

/** Lists by small whole numbers: words are looked up by the hundred for each that is asked about. */
export class ListsByNumber implements Lists<number> {
  private readonly lists: (number[] | undefined)[] = [];

  get(feature: number): number[] | undefined {
    return this.lists[feature];
  }

  set(feature: number, list: number[]): void {
    // An array that is filled without gaps stays one.
    while (this.lists.length < feature) this.lists.push(undefined);
    this.lists[feature] = list;
  }

  delete(feature: number): void {
    this.lists[feature] = undefined;
  }
}

const NONE: readonly number[] = [];

/** Which slots have a feature, by the feature's name or number. */
export class Postings<Feature extends string | number> {
  /** @param lists empty */
  constructor(private readonly lists: Lists<Feature>) {}

  /** The slots in no order. */
  of(feature: Feature): readonly number[] {
    return this.lists.get(feature) ?? NONE;
  }

  add(feature: Feature, slot: number): void {
    const list = this.lists.get(feature);
    if (list === undefined) this.lists.set(feature, [slot]);
    else list.push(slot);
  }

  remove(feature: Feature, slot: number): void {
    const list = this.lists.get(feature);
    const at = list?.lastIndexOf(slot) ?? -1;
    if (list === undefined || at < 0) return;
    const last = list.pop();
    if (last !== undefined && at < list.length) list[at] = last;
    if (list.length === 0) this.lists.delete(feature);
  }
}
