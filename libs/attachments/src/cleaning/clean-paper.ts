import PDFDocument from 'pdfkit';
import { drawPages, type DrawnPage } from './draw-pages.js';

/**
 * A PDF made anew from pictures of its pages, as if it were printed and scanned. A PDF has too many
 * places for what one does not see (its properties, XMP, earlier versions, layers, notes, files,
 * scripts, positions inside embedded photographs): taking them out one by one is never sure, so that
 * only what one sees is carried over.
 *
 * @throws FileRefused
 */
export async function cleanPaper(bytes: Buffer): Promise<Buffer> {
  return bound(await drawPages(bytes));
}

function bound(pages: readonly DrawnPage[]): Promise<Buffer> {
  const paper = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    // A date of its own would tell when it was sent.
    info: { Producer: 'Athar', Creator: 'Athar', CreationDate: new Date(0) },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
  });
  for (const { jpeg, width, height } of pages) {
    paper.addPage({ size: [width, height], margin: 0 });
    paper.image(Buffer.from(jpeg), 0, 0, { width, height });
  }
  paper.end();
  return ended;
}
