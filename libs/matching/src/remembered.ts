/** What was made of a key, kept: texts recur. All is forgotten when there is too much, so memory is bounded. */
export class Remembered<Value extends object | null> {
  private readonly kept = new Map<string, Value>();

  /** @param most keys kept */
  constructor(private readonly most: number) {}

  /** @param make gives the value of a key that is not kept; it must hang on the key alone */
  of(key: string, make: () => Value): Value {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const value = make();
    if (this.kept.size >= this.most) this.kept.clear();
    this.kept.set(key, value);
    return value;
  }
}
