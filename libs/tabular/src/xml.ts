import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { CodedError } from '@athar/diagnostics';
import { WorkbookNotReadable, WorkbookTooLarge } from './workbook-error.js';

export type Attributes = Readonly<Record<string, string>>;

/** Takes what stands in an XML document, in its order. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Bytes between two tags; a cell holds 32,767 characters. */
const maxBetweenTags = 4 * 1024 * 1024;
const maxDepth = 100;

/**
 * Reads an XML document as its bytes come, and yields after each chunk so that what the handler
 * gathered can be taken away. A DTD is refused, so that no entity of its own is ever expanded.
 * @throws WorkbookNotReadable, WorkbookTooLarge
 */
export async function* walkXml(
  bytes: AsyncIterable<Buffer>,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const walk = new Walk(handler);
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    walk.feed(decoder, chunk);
    yield;
  }
  if (decoder === undefined) throw new WorkbookNotReadable();
  walk.feed(decoder, undefined);
  yield;
}

/** Reads a small XML document to its end. */
export async function readXml(bytes: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const chunk of walkXml(bytes, handler)) void chunk;
}

/** The value of an attribute, whatever its prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((full) => localName(full) === name);
  return key === undefined ? undefined : attributes[key];
}

class Walk {
  private readonly parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  private depth = 0;
  private sinceTag = 0;

  constructor(handler: XmlHandler) {
    this.parser.on('opentag', (tag) => {
      this.sinceTag = 0;
      if (++this.depth > maxDepth) throw new WorkbookNotReadable();
      handler.open(localName(tag.name), tag.attributes);
    });
    this.parser.on('closetag', (tag) => {
      this.sinceTag = 0;
      this.depth--;
      handler.close?.(localName(tag.name));
    });
    const text = (found: string): void => handler.text?.(found);
    this.parser.on('text', text);
    this.parser.on('cdata', text);
    this.parser.on('doctype', () => {
      throw new WorkbookNotReadable();
    });
  }

  feed(decoder: TextDecoder, chunk: Buffer | undefined): void {
    try {
      const text = decoder.decode(chunk, { stream: chunk !== undefined });
      this.sinceTag += text.length;
      this.parser.write(text);
      if (chunk === undefined) this.parser.close();
    } catch (error) {
      throw error instanceof CodedError ? error : new WorkbookNotReadable(error);
    }
    if (this.sinceTag > maxBetweenTags) throw new WorkbookTooLarge('a cell of it is far too long');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}
