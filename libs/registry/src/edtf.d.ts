/** The part of the package `edtf` that is used here; it brings no types of its own. */
declare module 'edtf' {
  /** Reads an EDTF text. @throws on a text that is none. */
  export function parse(text: string): { type: string };
}
