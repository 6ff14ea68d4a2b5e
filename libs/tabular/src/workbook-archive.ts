import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { CodedError } from '@athar/diagnostics';
import type { TableLimits } from './table.js';
import {
  OldWorkbook,
  WorkbookEncrypted,
  WorkbookNotReadable,
  WorkbookTooLarge,
} from './workbook-error.js';

const maxEntries = 2000;
/** Sheets of real tables pack to a tenth or twentieth; deflate ends at a thousandth. */
const maxRatio = 200;
const megabyte = 1024 * 1024;
const smallPart = 10 * megabyte;

/** The container of Excel 97-2003, which also holds workbooks with a password. */
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/**
 * The parts of a workbook's ZIP archive, unpacked as they are read. What really comes out is
 * counted: the sizes an archive declares are only a claim.
 */
export class WorkbookArchive {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: TableLimits,
  ) {}

  /** @throws OldWorkbook, WorkbookEncrypted, WorkbookNotReadable, WorkbookTooLarge */
  static async open(file: Buffer, limits: TableLimits): Promise<WorkbookArchive> {
    if (file.subarray(0, 8).equals(compoundFile)) {
      const encrypted = file.includes(Buffer.from('EncryptedPackage', 'utf16le'));
      throw encrypted ? new WorkbookEncrypted() : new OldWorkbook();
    }
    try {
      const zip = await fromBufferPromise(file, { lazyEntries: true });
      return new WorkbookArchive(zip, await entriesOf(zip), limits);
    } catch (error) {
      throw error instanceof CodedError ? error : new WorkbookNotReadable(error);
    }
  }

  /** Names are compared without regard to case, as spreadsheets do. */
  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** The bytes of a part. @throws WorkbookTooLarge, WorkbookNotReadable, when they are read */
  async *part(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(keyOf(name));
    if (entry === undefined) throw new WorkbookNotReadable();
    let bytes = 0;
    // A bomb that says what it is costs nothing; one that lies is found as it unpacks.
    refuseTight(entry.uncompressedSize, entry.compressedSize);
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        this.count(chunk.length, bytes, entry.compressedSize);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof CodedError ? error : new WorkbookNotReadable(error);
    }
  }

  private count(chunk: number, part: number, packed: number): void {
    this.unpacked += chunk;
    const { maxUnpackedBytes } = this.limits;
    if (this.unpacked > maxUnpackedBytes) {
      const bound = Math.floor(maxUnpackedBytes / megabyte);
      throw new WorkbookTooLarge(`it unpacks to more than ${bound} MB`);
    }
    refuseTight(part, packed);
  }
}

function refuseTight(part: number, packed: number): void {
  if (part <= smallPart || part <= packed * maxRatio) return;
  throw new WorkbookTooLarge('it is packed far more tightly than a table is');
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > maxEntries) throw new WorkbookTooLarge(`more than ${maxEntries} parts`);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new WorkbookEncrypted();
    const key = keyOf(entry.fileName);
    // Two parts of one name: readers differ in which they take.
    if (entries.has(key)) throw new WorkbookNotReadable();
    entries.set(key, entry);
  }
  return entries;
}

function keyOf(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}
