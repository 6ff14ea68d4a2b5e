/** Values that many records have, each kept once. */
export class SharedValues<Value> {
  private readonly numbers = new Map<string, number>();
  private readonly values: Value[] = [];
  /** Values are mostly the very ones that came before, which costs less to see than what they say. */
  private readonly known = new Map<Value, number>();

  /** @param plain what JSON tells a value by */
  constructor(private readonly plain: (value: Value) => unknown = (value) => value) {}

  numberOf(value: Value): number {
    const same = this.known.get(value);
    if (same !== undefined) return same;
    const key = JSON.stringify(this.plain(value));
    const equal = this.numbers.get(key);
    if (equal !== undefined) return equal;
    const number = this.values.push(value) - 1;
    this.numbers.set(key, number);
    this.known.set(value, number);
    return number;
  }

  get(number: number): Value | undefined {
    return this.values[number];
  }
}
