import { kindOf, mayBecomeKind, type FileKind } from './file-kind.js';
import { NotOfItsFormat } from './file-kind-error.js';
import type { ByteSource } from './table.js';
import type { TableFormat } from './format.js';

/** Kinds that the reader of workbooks knows itself, and tells more of. */
const workbookKinds: ReadonlySet<FileKind> = new Set(['zip', 'old-office']);

/**
 * The bytes as they are, unless the first ones show a file of another kind under the ending of a table.
 *
 * Iterating throws NotOfItsFormat.
 */
export async function* rightKindOf(
  source: ByteSource,
  format: TableFormat,
): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of source) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (mayBecomeKind(head)) continue;
    refuseOther(head, format);
    yield head;
    head = undefined;
  }
  if (head === undefined || head.length === 0) return;
  refuseOther(head, format);
  yield head;
}

function refuseOther(head: Buffer, format: TableFormat): void {
  const kind = kindOf(head);
  if (kind === undefined) return;
  if (format === 'xlsx' && workbookKinds.has(kind)) return;
  throw new NotOfItsFormat(kind, format);
}
