/** A way to compare names: ours or a peer's. Higher scores are liker. */
export interface Method {
  readonly name: string;
  /**
   * Takes a pool and all that it will be asked; gives what scores each of its names, in their order, against one of
   * these.
   */
  over(pool: readonly string[], queries: readonly string[]): (query: string) => ArrayLike<number>;
  /** Score of two names of whatever scripts. */
  pair(left: string, right: string): number;
}

/** A method that makes each name ready once, and then compares two of these. */
export function bySimilarity<T>(
  name: string,
  prepare: (text: string) => T,
  similarity: (a: T, b: T) => number,
): Method {
  return {
    name,
    over: (pool) => {
      const prepared = pool.map(prepare);
      return (query) => {
        const asked = prepare(query);
        return prepared.map((each) => similarity(asked, each));
      };
    },
    pair: (left, right) => similarity(prepare(left), prepare(right)),
  };
}
