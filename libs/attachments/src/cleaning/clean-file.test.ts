import PDFDocument from 'pdfkit';
import sharp, { type Sharp } from 'sharp';
import { cleanFile } from './clean-file.js';
import { drawPages } from './draw-pages.js';

const WIDTH = 64;
const HEIGHT = 32;
const SECRETS = ['Invented Photographer', '33/1 30/1 59/100', 'invented-keyword', 'icc'];

/** A picture, its left half red, as a telephone writes one that was held sideways. */
function photograph(): Sharp {
  const half = { width: WIDTH / 2, height: HEIGHT, channels: 3, background: '#ff0000' } as const;
  const blue = { width: WIDTH, height: HEIGHT, channels: 3, background: '#0000ff' } as const;
  return sharp({ create: blue })
    .composite([{ input: { create: half }, left: 0, top: 0 }])
    .withExif({
      IFD0: { Artist: 'Invented Photographer' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 30/1 59/100' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">invented-keyword</x:xmpmeta>');
}

const formats = [
  ['image/jpeg', () => photograph().jpeg({ quality: 100 }).toBuffer()],
  ['image/png', () => photograph().png().toBuffer()],
  ['image/webp', () => photograph().webp({ quality: 100 }).toBuffer()],
] as const;

function pdf(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const paper = new PDFDocument({ size: [200, 100], margin: 0, autoFirstPage: false, ...options });
  const chunks: Buffer[] = [];
  paper.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (let page = 0; page < pages; page += 1) {
    paper.addPage().rect(0, 0, 100, 100).fill('#ff0000');
  }
  paper.end();
  return new Promise((resolve) => paper.on('end', () => resolve(Buffer.concat(chunks))));
}

describe.each(formats)('a picture of the type %s', (type, make) => {
  it('loses place, author and every other word, and stays what it shows', async () => {
    const sent = await make();
    const before = await sharp(sent).metadata();
    expect([before.exif, before.xmp, before.orientation]).not.toContain(undefined);
    const { mediaType, bytes } = await cleanFile(sent, type);
    const after = await sharp(bytes).metadata();
    expect(mediaType).toBe(type);
    for (const part of ['exif', 'xmp', 'iptc', 'icc', 'comments', 'orientation'] as const) {
      expect([part, after[part]]).toEqual([part, undefined]);
    }
    for (const secret of SECRETS) expect(bytes.includes(secret)).toBe(false);
  });

  it('is turned upright before it forgets how it was held', async () => {
    const { bytes } = await cleanFile(await make());
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([HEIGHT, WIDTH]);
    const [red, , blue] = data;
    expect([red, blue].map((value) => (value ?? 0) > 128)).toEqual([true, false]);
    expect((data.at(-1) ?? 0) > 128).toBe(true);
  });

  it('loses what was hidden behind its end', async () => {
    const sent = Buffer.concat([await make(), Buffer.from('PK\x03\x04 hidden archive')]);
    expect((await cleanFile(sent)).bytes.includes('hidden archive')).toBe(false);
  });

  it('is refused where it is cut short, and where it is called something else', async () => {
    const sent = await make();
    await expect(cleanFile(sent.subarray(0, 150))).rejects.toMatchObject({
      code: 'attachment-unreadable',
    });
    await expect(cleanFile(sent, 'application/pdf')).rejects.toMatchObject({
      code: 'attachment-type-mismatch',
    });
  });
});

describe('a picture', () => {
  it('is refused by its size before it is unpacked', async () => {
    const create = { width: 9000, height: 6000, channels: 3, background: '#000' } as const;
    const bomb = await sharp({ create }).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(cleanFile(bomb)).rejects.toMatchObject({ code: 'attachment-too-many-pixels' });
  });
});

describe('a PDF', () => {
  it('keeps what its pages show, and nothing of what one does not see', async () => {
    const info = { Author: 'Invented Photographer', Keywords: 'invented-keyword' };
    const sent = await pdf(2, { info, compress: false });
    const { mediaType, bytes } = await cleanFile(sent);
    expect(mediaType).toBe('application/pdf');
    for (const secret of SECRETS) expect(bytes.includes(secret)).toBe(false);
    const pages = await drawPages(bytes);
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [200, 100],
      [200, 100],
    ]);
    const { data, info: size } = await sharp(pages[0]?.jpeg)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const right = data.subarray(3 * (size.width - 1), 3 * size.width);
    expect([data[0], data[1], right[0], right[1]].map((value) => (value ?? 0) > 128)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('with a script and a file inside is the same without them', async () => {
    const paper = await pdf(1, { compress: false });
    const open = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
    const armed = Buffer.from(
      paper.toString('latin1').replace('/Type /Catalog', `/Type /Catalog ${open}`),
      'latin1',
    );
    expect(armed.includes('JavaScript')).toBe(true);
    expect((await cleanFile(armed)).bytes.includes('JavaScript')).toBe(false);
  });

  it('is refused where it is locked, too long, broken, or takes too long', async () => {
    await expect(cleanFile(await pdf(1, { userPassword: 'x' }))).rejects.toMatchObject({
      code: 'attachment-locked',
    });
    await expect(cleanFile(await pdf(21))).rejects.toMatchObject({
      code: 'attachment-too-many-pages',
    });
    await expect(cleanFile(Buffer.from('%PDF-1.7\nnothing'))).rejects.toThrow();
    await expect(drawPages(await pdf(1), 0)).rejects.toMatchObject({
      code: 'attachment-unreadable',
    });
  });
});

describe('any other file', () => {
  it('is refused, whatever it is called, and so is one that passes for two', async () => {
    const page = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    await expect(cleanFile(page, 'image/png')).rejects.toMatchObject({
      code: 'attachment-type-refused',
    });
    await expect(cleanFile(Buffer.alloc(0))).rejects.toMatchObject({
      code: 'attachment-type-refused',
    });
    const jpeg = await formats[0][1]();
    const both = Buffer.concat([jpeg.subarray(0, 20), Buffer.from('%PDF-1.7'), jpeg.subarray(20)]);
    await expect(cleanFile(both)).rejects.toMatchObject({ code: 'attachment-type-refused' });
  });
});
