/** A record whose fields that may be undefined are left out instead. */
export type Filled<R> = {
  [K in keyof R as undefined extends R[K] ? K : never]?: Exclude<R[K], undefined>;
} & { [K in keyof R as undefined extends R[K] ? never : K]: R[K] };

/** The record without the fields that are undefined. */
export function filled<R extends object>(record: R): Filled<R> {
  const present = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Filled<R>;
}
