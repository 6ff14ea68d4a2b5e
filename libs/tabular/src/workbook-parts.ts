import { unescapeText } from './cell-text.js';
import { builtInFormat, formatOfCode, type NumberFormat } from './number-format.js';
import { SharedTexts } from './shared-texts.js';
import type { TableLimits } from './table.js';
import type { WorkbookArchive } from './workbook-archive.js';
import { NotAWorkbook, WorkbookTooLarge } from './workbook-error.js';
import { attributeOf, readXml, walkXml, type XmlHandler } from './xml.js';

/** A sheet as the workbook names it. */
export interface SheetPart {
  name: string;
  hidden: boolean;
  /** Name of the part that holds its cells. */
  part: string;
}

/** What the main part of a workbook says, and where its other parts are. */
export interface WorkbookParts {
  sheets: SheetPart[];
  since1904: boolean;
  styles?: string;
  sharedTexts?: string;
}

const maxSheets = 1000;
const maxFormats = 70_000;
const maxRelations = 10_000;
const maxTextLength = 1024 * 1024;

/** @throws NotAWorkbook, WorkbookNotReadable, WorkbookTooLarge */
export async function readParts(archive: WorkbookArchive): Promise<WorkbookParts> {
  const main = await mainPart(archive);
  if (main === undefined) throw new NotAWorkbook();
  const relations = await relationsOf(archive, main);
  const parts: WorkbookParts = { sheets: [], since1904: false };
  for (const { type, part } of relations.values()) {
    if (type === 'styles') parts.styles = part;
    if (type === 'sharedStrings') parts.sharedTexts = part;
  }
  await readXml(archive.part(main), {
    open(name, attributes) {
      if (name === 'workbookPr') {
        parts.since1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      }
      if (name !== 'sheet') return;
      const relation = relations.get(attributeOf(attributes, 'id') ?? '');
      // Charts and macros have places among the sheets too, and no cells.
      if (relation?.type !== 'worksheet') return;
      const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
      parts.sheets.push({ name: attributes.name ?? '', hidden, part: relation.part });
      if (parts.sheets.length > maxSheets) throw new WorkbookTooLarge('too many sheets');
    },
  });
  if (parts.sheets.length === 0) throw new NotAWorkbook();
  return parts;
}

/** The format of each style of a cell, by its number. */
export async function readFormats(archive: WorkbookArchive, part: string): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  const handler: XmlHandler = {
    open(name, { numFmtId, formatCode }) {
      if (name === 'cellXfs') inCellFormats = true;
      const id = Number(numFmtId ?? 0);
      if (name === 'numFmt') own.set(id, formatOfCode(formatCode ?? ''));
      if (name === 'xf' && inCellFormats) formats.push(own.get(id) ?? builtInFormat(id));
      if (formats.length + own.size > maxFormats) throw new WorkbookTooLarge('too many styles');
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  };
  await readXml(archive.part(part), handler);
  return formats;
}

/** The texts that cells share, without the readings that stand above Japanese ones. */
export async function readSharedTexts(
  archive: WorkbookArchive,
  part: string,
  limits: TableLimits,
): Promise<SharedTexts> {
  const texts = new SharedTexts(limits.maxSharedTextBytes);
  let text = '';
  let inText = false;
  let phonetic = false;
  const handler: XmlHandler = {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text(found) {
      if (inText) text += found;
      if (text.length > maxTextLength) throw new WorkbookTooLarge('a text of it is far too long');
    },
    close(name) {
      if (name === 'rPh') phonetic = false;
      if (name === 't') inText = false;
      if (name === 'si') texts.add(unescapeText(text));
    },
  };
  for await (const chunk of walkXml(archive.part(part), handler)) void chunk;
  return texts;
}

const usualMain = 'xl/workbook.xml';

async function mainPart(archive: WorkbookArchive): Promise<string | undefined> {
  if (archive.has(usualMain)) return usualMain;
  const relations = await relationsOf(archive, '');
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument')?.part;
  return main?.endsWith('.xml') && archive.has(main) ? main : undefined;
}

interface Relation {
  /** Last word of the relation's type, which is the same in both flavours of the standard. */
  type: string;
  part: string;
}

/** What a part refers to, by id. ECMA-376 part 2, 9.3: `a/b.xml` has it in `a/_rels/b.xml.rels`. */
async function relationsOf(archive: WorkbookArchive, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  if (!archive.has(file)) return relations;
  await readXml(archive.part(file), {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      const type = Type?.slice(Type.lastIndexOf('/') + 1) ?? '';
      if (relations.size > maxRelations) throw new WorkbookTooLarge('too many parts');
      relations.set(Id, { type, part: resolved(folder, Target) });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
