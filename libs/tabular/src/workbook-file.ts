import type { ByteSource, Reading, SheetInfo, TableLimits } from './table.js';
import { EmptyTable } from './table-error.js';
import type { CellMeaning, SheetRow } from './sheet-parser.js';
import { SheetParser } from './sheet-parser.js';
import { areaOf, type Area } from './sheet-place.js';
import { WorkbookArchive } from './workbook-archive.js';
import { NoSuchSheet, WorkbookTooLarge } from './workbook-error.js';
import {
  readFormats,
  readParts,
  readSharedTexts,
  type SheetPart,
  type WorkbookParts,
} from './workbook-parts.js';
import { walkXml, type XmlHandler } from './xml.js';

/** Merges below are of no header. */
const lastMergedRow = 10_000;
const maxMerges = 10_000;

/** A workbook whose file is held, packed, and whose sheets are read from it. */
export class WorkbookFile {
  constructor(
    private readonly archive: WorkbookArchive,
    private readonly parts: WorkbookParts,
    private readonly reading: Reading,
  ) {}

  /** The sheet of a name or 1-based place; the first that is shown. @throws NoSuchSheet */
  find(wanted: string | number | undefined): SheetPart {
    const { sheets } = this.parts;
    const shown = sheets.find((sheet) => !sheet.hidden) ?? sheets[0];
    const byName = sheets.find((sheet) => sheet.name.trim() === String(wanted).trim());
    const found =
      wanted === undefined ? shown : typeof wanted === 'number' ? sheets[wanted - 1] : byName;
    if (found === undefined) throw new NoSuchSheet(sheets.length);
    return found;
  }

  async sheets(): Promise<SheetInfo[]> {
    const infos: SheetInfo[] = [];
    for (const { name, hidden, part } of this.parts.sheets) {
      const rows = await this.declaredRows(part);
      infos.push({ name, hidden, ...(rows === undefined ? {} : { rows }) });
    }
    return infos;
  }

  async *rows({ part }: SheetPart): AsyncGenerator<SheetRow> {
    const { styles, sharedTexts } = this.parts;
    const { archive, reading } = this;
    const meaning: CellMeaning = {
      formats: isThere(archive, styles) ? await readFormats(archive, styles) : [],
      since1904: this.parts.since1904,
      texts: isThere(archive, sharedTexts)
        ? await readSharedTexts(archive, sharedTexts, reading)
        : undefined,
    };
    const bounds = { maxColumns: reading.maxColumns, maxRowLength: reading.maxRowBytes };
    const parser = new SheetParser(meaning, bounds);
    for await (const chunk of walkXml(archive.part(part), parser)) {
      void chunk;
      yield* parser.take();
    }
  }

  /** The merged cells at the top of a sheet, which stand behind all its rows. */
  async merges(part: string): Promise<Area[]> {
    const areas: Area[] = [];
    const handler: XmlHandler = {
      open(name, { ref }) {
        if (name !== 'mergeCell' || areas.length >= maxMerges) return;
        const area = areaOf(ref ?? '');
        if (area && area.top <= lastMergedRow) areas.push(area);
      },
    };
    for await (const chunk of walkXml(this.archive.part(part), handler)) void chunk;
    return areas;
  }

  /** What stands at the beginning of a sheet about its size. */
  private async declaredRows(part: string): Promise<number | undefined> {
    let rows: number | undefined;
    let beyond = false;
    const handler: XmlHandler = {
      open(name, { ref }) {
        // A single cell is what writers declare that did not know the size beforehand.
        if (name === 'dimension' && ref?.includes(':')) rows = areaOf(ref)?.bottom;
        if (name === 'dimension' || name === 'sheetData') beyond = true;
      },
    };
    for await (const chunk of walkXml(this.archive.part(part), handler)) {
      void chunk;
      if (beyond) break;
    }
    return rows;
  }
}

/** @throws EmptyTable, WorkbookTooLarge, and what the archive throws */
export async function openFile(source: ByteSource, reading: Reading): Promise<WorkbookFile> {
  const bytes = await collect(source, reading);
  if (bytes.length === 0) throw new EmptyTable();
  const archive = await WorkbookArchive.open(bytes, reading);
  return new WorkbookFile(archive, await readParts(archive), reading);
}

function isThere(archive: WorkbookArchive, part: string | undefined): part is string {
  return part !== undefined && archive.has(part);
}

async function collect(source: ByteSource, { maxWorkbookBytes }: TableLimits): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxWorkbookBytes) {
      const bound = Math.floor(maxWorkbookBytes / 1024 / 1024);
      throw new WorkbookTooLarge(`it has more than ${bound} MB`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
