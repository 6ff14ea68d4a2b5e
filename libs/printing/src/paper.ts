import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { runsOf } from './runs.js';

const fonts = createRequire(import.meta.url);
const regular = fonts.resolve('@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf');
const bold = fonts.resolve('@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf');

/** A4 in points, and its margins. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 48;
const FOOT = 40;
/** Where the head of a sheet stands, and where what is below it begins; from the top. */
export const HEAD = 26;
const TOP = 62;

export interface Letters {
  size: number;
  bold?: boolean;
  grey?: boolean;
}

/** A column of a page: where it begins on the left, and how wide it is; in points. */
export interface Column {
  x: number;
  width: number;
}

/** The whole width between the margins. */
export const WHOLE: Column = { x: MARGIN, width: WIDTH - 2 * MARGIN };

/**
 * Sheets of A4 that are written on from top to bottom, from the right in Arabic. The font is embedded;
 * letters
 * are shaped and their runs ordered before they reach the sheet, since PDF does neither.
 */
export class Paper {
  private readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  /** Widths of runs at a size of 1: laying out Arabic letters is what takes the time. */
  private readonly widths = new Map<string, number>();
  private letters: Letters = { size: 1 };
  private readonly ended: Promise<Buffer>;
  /** Where the next thing goes, from the top, in points. */
  y = TOP;

  constructor(
    readonly direction: 'ltr' | 'rtl',
    title: string,
    language: string,
  ) {
    this.document = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: language,
      info: { Title: title, Producer: 'Athar', Creator: 'Athar' },
    });
    this.document.registerFont('regular', regular).registerFont('bold', bold);
    this.ended = new Promise((resolve, reject) => {
      this.document.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.document.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.document.on('error', reject);
    });
  }

  /** Begins a new sheet where less than `height` points are left on this one. */
  keepTogether(height: number): void {
    if (this.y + height <= HEIGHT - MARGIN - FOOT) return;
    this.document.addPage();
    this.y = TOP;
  }

  /** Writes a text in lines as wide as the column; gives their height. */
  write(text: string, letters: Letters, column: Column = WHOLE, y = this.y): number {
    this.use(letters);
    const lines = this.linesOf(text, column.width);
    const height = this.document.heightOfString('ا', { lineBreak: false });
    lines.forEach((line, at) => this.writeLine(line, column, y + at * height));
    return lines.length * height;
  }

  /** A word in Latin letters where the lines of the column end. */
  aside(word: string, letters: Letters, { x, width }: Column, y: number): void {
    const wide = this.asideWidth(word, letters);
    this.document.text(word, this.direction === 'rtl' ? x : x + width - wide, y, whole);
  }

  /** How wide a word in Latin letters is. */
  asideWidth(word: string, letters: Letters): number {
    this.use(letters);
    return this.widthOfRun(word);
  }

  /** How high a text will be. */
  heightOf(text: string, letters: Letters, column: Column = WHOLE): number {
    this.use(letters);
    const height = this.document.heightOfString('ا', { lineBreak: false });
    return this.linesOf(text, column.width).length * height;
  }

  /** A line to write on, at `y`. */
  rule(column: Column, y: number): void {
    this.document
      .moveTo(column.x, y)
      .lineTo(column.x + column.width, y)
      .lineWidth(0.6)
      .strokeColor('#555555')
      .stroke();
  }

  /** How wide a box to tick and its word are. */
  boxWidth(word: string, letters: Letters): number {
    this.use(letters);
    return letters.size * 0.8 + 5 + this.widthOf(word);
  }

  /** A box to tick with its word, beginning at `from` in the direction of reading. */
  box(word: string, letters: Letters, from: number, y: number): void {
    const width = this.boxWidth(word, letters);
    const side = letters.size * 0.8;
    const left = this.direction === 'rtl' ? from - side : from;
    this.document
      .rect(left, y + letters.size * 0.35, side, side)
      .lineWidth(0.6)
      .strokeColor('#555555')
      .stroke();
    const x = this.direction === 'rtl' ? from - width : from + side + 5;
    this.draw(word, x, y);
  }

  /** A box to write in, at `y`. */
  frame({ x, width }: Column, y: number, height: number): void {
    this.document.rect(x, y, width, height).lineWidth(0.6).strokeColor('#555555').stroke();
  }

  /** How wide a text in one line is. */
  textWidth(text: string, letters: Letters): number {
    this.use(letters);
    return this.widthOf(text);
  }

  /**
   * Puts a line at the foot of every sheet and gives the whole as a file.
   *
   * @param head draws the head of a sheet, counted from 1.
   */
  end(foot: string, head: (sheet: number, sheets: number) => void): Promise<Buffer> {
    const { start, count } = this.document.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.document.switchToPage(page);
      this.write(foot, { size: 9, grey: true }, WHOLE, HEIGHT - MARGIN);
      head(page - start + 1, count);
    }
    this.document.end();
    return this.ended;
  }

  private use(letters: Letters): void {
    this.letters = letters;
    const { size, bold: strong = false, grey = false } = letters;
    this.document
      .font(strong ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(grey ? '#555555' : '#000000');
  }

  /** Broken between words in the order of reading; ordering for the eye comes after. */
  private linesOf(text: string, width: number): string[] {
    const lines: string[] = [];
    const space = this.widthOf(' ');
    let [line, taken] = ['', 0];
    for (const word of text.split(/\s+/u)) {
      const wide = this.widthOf(word);
      if (line === '') [line, taken] = [word, wide];
      else if (taken + space + wide <= width) {
        [line, taken] = [`${line} ${word}`, taken + space + wide];
      } else {
        lines.push(line);
        [line, taken] = [word, wide];
      }
    }
    return [...lines, line];
  }

  private writeLine(line: string, { x, width }: Column, y: number): void {
    const indent = this.direction === 'rtl' ? width - this.widthOf(line) : 0;
    this.draw(line, x + Math.max(0, indent), y);
  }

  private widthOf(line: string): number {
    return runsOf(line, this.direction).reduce((sum, { text }) => sum + this.widthOfRun(text), 0);
  }

  private widthOfRun(text: string): number {
    const { size, bold: strong = false } = this.letters;
    const key = `${strong ? 'bold' : 'regular'} ${text}`;
    const known = this.widths.get(key) ?? this.document.widthOfString(text, whole) / size;
    this.widths.set(key, known);
    return known * size;
  }

  /** Draws a line from the left, run by run. */
  private draw(line: string, x: number, y: number): void {
    let from = x;
    for (const { text } of runsOf(line, this.direction)) {
      this.document.text(text, from, y, whole);
      from += this.widthOfRun(text);
    }
  }
}

/** Naming features, even none, has a run laid out whole and not word by word, in its direction. */
const whole: PDFKit.Mixins.TextOptions = { features: [], lineBreak: false };
