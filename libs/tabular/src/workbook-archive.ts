import { inflateRawSync } from 'node:zlib';
import { WorkbookNotReadable, WorkbookTooLarge } from './table-error.js';

/** A file inside the workbook's ZIP archive, unpacked. */
export interface ArchiveEntry {
  name: string;
  data: Buffer;
}

const endRecord = 0x06054b50;
const centralRecord = 0x02014b50;
const localRecord = 0x04034b50;
const maxEntries = 2000;

/**
 * Unpacks every entry of a ZIP archive, counting what really comes out: the sizes an archive
 * declares are only a claim, and a few kilobytes can unpack to gigabytes.
 * Layout: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 * @param maxBytes bound on the sum of all unpacked sizes
 * @throws WorkbookTooLarge, WorkbookNotReadable
 */
export function unpack(archive: Buffer, maxBytes: number): ArchiveEntry[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > archive.length || archive.readUInt32LE(end) !== endRecord) {
    throw new WorkbookNotReadable();
  }
  const count = archive.readUInt16LE(end + 10);
  if (count > maxEntries) throw new WorkbookTooLarge(`more than ${maxEntries} parts`);
  const entries: ArchiveEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  let left = maxBytes;
  for (let index = 0; index < count; index++) {
    const header = centralHeader(archive, at);
    const data = contentOf(archive, header, left, maxBytes);
    left -= data.length;
    entries.push({ name: header.name, data });
    at = header.next;
  }
  return entries;
}

interface CentralHeader {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  local: number;
  next: number;
}

function centralHeader(archive: Buffer, at: number): CentralHeader {
  if (at + 46 > archive.length || archive.readUInt32LE(at) !== centralRecord) {
    throw new WorkbookNotReadable();
  }
  const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
  return {
    name: archive.toString('utf8', at + 46, nameEnd),
    method: archive.readUInt16LE(at + 10),
    packed: archive.readUInt32LE(at + 20),
    unpacked: archive.readUInt32LE(at + 24),
    local: archive.readUInt32LE(at + 42),
    next: nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32),
  };
}

function contentOf(archive: Buffer, header: CentralHeader, left: number, max: number): Buffer {
  const { local, unpacked } = header;
  if (unpacked > left) throw tooLarge(max);
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== localRecord) {
    throw new WorkbookNotReadable();
  }
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const stop = start + header.packed;
  if (stop > archive.length) throw new WorkbookNotReadable();
  const packed = archive.subarray(start, stop);
  const data = header.method === 0 ? packed : inflate(packed, header, max);
  // Readers allot what is declared, so a false claim is refused even where it is harmless here.
  if (data.length !== unpacked) throw new WorkbookNotReadable();
  return data;
}

function inflate(packed: Buffer, header: CentralHeader, max: number): Buffer {
  if (header.method !== 8) throw new WorkbookNotReadable();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, header.unpacked) });
  } catch (error) {
    const beyond = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw beyond ? tooLarge(max) : new WorkbookNotReadable(error);
  }
}

function tooLarge(max: number): WorkbookTooLarge {
  return new WorkbookTooLarge(`it unpacks to more than ${Math.floor(max / 1024 / 1024)} MB`);
}
