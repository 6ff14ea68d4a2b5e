import type { StayedView } from '@athar/imports';

/** Says why rows of an import that was undone stayed. */
export function whyStayed({ why, rows, import: other }: StayedView): string {
  switch (why) {
    case 'named-by-import':
      return `${rows} stayed: named also by import ${namedOf(other)}.`;
    case 'worked-with':
      return `${rows} stayed: people judged, read or changed what they became.`;
    case 'not-its-own':
      return `${rows} stayed: what they say was there without this import.`;
  }
}

function namedOf(other: StayedView['import']): string {
  if (other === null) return 'of another';
  const { id, fileName, createdAt } = other;
  const file = fileName === null ? '' : ` "${fileName}"`;
  return `${id}${file} of ${createdAt.slice(0, 16).replace('T', ' ')} UTC`;
}
