/** Values by key, those asked for longest ago forgotten where room is needed. */
export class Recent<Value> {
  private readonly kept = new Map<string, { readonly value: Value; readonly size: number }>();
  private size = 0;

  /** @param most sizes of all that is kept, together */
  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    // A map is in the order in which its keys came: this one is now the last.
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  put(key: string, value: Value, size: number): void {
    this.forget(key);
    this.kept.set(key, { value, size });
    this.size += size;
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.most) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const found = this.kept.get(key);
    if (found === undefined) return;
    this.kept.delete(key);
    this.size -= found.size;
  }
}
