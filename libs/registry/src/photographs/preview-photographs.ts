import { canonicalJson, type PreviewedRow } from '@athar/imports';
import type { Seal } from '@athar/persistence';
import type { ToBeKept } from './keep-photographs.js';
import { openPhotograph, type PhotographRecord } from './photograph-row.js';

/** What bringing in a row would do to its photograph. */
export function previewedPhotograph(seal: Seal, { row, read, before }: ToBeKept): PreviewedRow {
  const { number } = row;
  if (!before)
    return { number, outcome: 'added', fields: Object.keys(fieldsOf(read.record)).sort() };
  if (before.content.equals(read.content)) return { number, outcome: 'unchanged', fields: [] };
  const earlier = fieldsOf(openPhotograph(seal, before));
  const now = fieldsOf(read.record);
  const names = [...new Set([...Object.keys(earlier), ...Object.keys(now)])].sort();
  const fields = names.filter((name) => canonicalJson(earlier[name]) !== canonicalJson(now[name]));
  return { number, outcome: 'changed', fields };
}

function fieldsOf({ title, says, photographer }: PhotographRecord): Record<string, unknown> {
  return { title, ...says, ...(photographer === undefined ? {} : { photographer }) };
}
