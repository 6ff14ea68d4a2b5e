const many = {
  report: 'reports',
  entry: 'entries',
  query: 'queries',
  name: 'names',
  row: 'rows',
  pair: 'pairs',
} as const;
/** What the analyst's commands count. */
export type Countable = keyof typeof many;

/** A count and what is counted: `1 entry`, `2 entries`. */
export function counted(count: number, one: Countable, kind = ''): string {
  return `${count} ${kind}${count === 1 ? one : many[one]}`;
}
