import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { FileRefused, type FileRefusal } from '../file-refused.js';

/** A page as a JPEG picture; width and height of the paper are in points. */
export interface DrawnPage {
  jpeg: Uint8Array;
  width: number;
  height: number;
}

interface Task {
  library: string;
  bytes: Uint8Array;
  mostPages: number;
  mostPixels: number;
  dotsPerPoint: number;
}

type Answer = { page: DrawnPage } | { refused: FileRefusal } | { done: true };

const MOST_PAGES = 20;
/** A sheet of A4 at 200 dots an inch has 3.9 million. */
const MOST_PIXELS = 8_000_000;
const DOTS_PER_POINT = 200 / 72;
const LONGEST_MS = 90_000;

const library = pathToFileURL(createRequire(import.meta.url).resolve('mupdf')).href;

/**
 * The pages of a PDF as one sees them, drawn by MuPDF. A thread of its own draws, so that a document
 * made to keep the reader busy is given up after a while and takes nothing else with it. Scripts are
 * not run, files inside are not opened.
 *
 * @throws FileRefused
 */
export async function drawPages(bytes: Buffer, longestMs = LONGEST_MS): Promise<DrawnPage[]> {
  const workerData: Task = {
    library,
    bytes,
    mostPages: MOST_PAGES,
    mostPixels: MOST_PIXELS,
    dotsPerPoint: DOTS_PER_POINT,
  };
  // What the library prints may repeat what stands in the file: it is not passed on.
  const quiet = { stdout: true, stderr: true };
  const thread = new Worker(`(${draw.toString()})()`, { eval: true, workerData, ...quiet });
  try {
    return await pagesFrom(thread, longestMs);
  } finally {
    await thread.terminate();
  }
}

function pagesFrom(thread: Worker, longestMs: number): Promise<DrawnPage[]> {
  const pages: DrawnPage[] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new FileRefused('attachment-unreadable')), longestMs);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    thread.on('message', (answer: Answer) => {
      if ('page' in answer) pages.push(answer.page);
      else if ('done' in answer) end(() => resolve(pages));
      else end(() => reject(new FileRefused(answer.refused)));
    });
    thread.on('error', () => end(() => reject(new FileRefused('attachment-unreadable'))));
    thread.on('exit', () => end(() => reject(new FileRefused('attachment-unreadable'))));
  });
}

/** Runs in the thread by its text alone: it may name nothing that stands outside of it. */
async function draw(): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads');
  const { library, bytes, mostPages, mostPixels, dotsPerPoint } = workerData as Task;
  const { ColorSpace, Document, Matrix } = (await import(library)) as typeof import('mupdf');
  const answer = (one: Answer) => parentPort?.postMessage(one);
  try {
    const file = Document.openDocument(bytes, 'application/pdf');
    const pages = file.needsPassword() ? 0 : file.countPages();
    if (file.needsPassword()) return void answer({ refused: 'attachment-locked' });
    if (pages < 1 || pages > mostPages)
      return void answer({ refused: 'attachment-too-many-pages' });
    for (let at = 0; at < pages; at += 1) {
      const page = file.loadPage(at);
      const [left, top, right, bottom] = page.getBounds();
      const [width, height] = [right - left, bottom - top];
      const scale = Math.min(dotsPerPoint, Math.sqrt(mostPixels / (width * height)));
      const colours = ColorSpace.DeviceRGB;
      const picture = page.toPixmap(Matrix.scale(scale, scale), colours, false, true);
      answer({ page: { jpeg: picture.asJPEG(85, false), width, height } });
      picture.destroy();
      page.destroy();
    }
    answer({ done: true });
  } catch {
    answer({ refused: 'attachment-unreadable' });
  }
}
