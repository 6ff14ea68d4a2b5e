/** Which slots have a feature, by the feature's name or number. */
export class Postings<Feature extends string | number> {
  private readonly lists = new Map<Feature, number[]>();

  /** The slots in no order. */
  of(feature: Feature): readonly number[] {
    return this.lists.get(feature) ?? [];
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
