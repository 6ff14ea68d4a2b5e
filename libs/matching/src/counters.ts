const FIRST_ROOM = 64;

/** Whole numbers below 2^31 by small whole numbers, 0 where none was put: side by side, so that many are read at little cost. */
export class Counters {
  private cells = new Int32Array(FIRST_ROOM);

  at(place: number): number {
    return this.cells[place] ?? 0;
  }

  put(place: number, value: number): void {
    if (place >= this.cells.length) this.makeRoom(place);
    this.cells[place] = value;
  }

  raise(place: number, by: number): void {
    this.put(place, this.at(place) + by);
  }

  private makeRoom(place: number): void {
    const grown = new Int32Array(Math.max(place + 1, 2 * this.cells.length));
    grown.set(this.cells);
    this.cells = grown;
  }
}
