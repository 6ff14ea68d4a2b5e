/** The part of the package `edtf` that is used here; it brings no types of its own. */
declare module 'edtf' {
  /** Reads an EDTF text up to a level. @throws on a text that is none, or an interval that runs backwards */
  export default function edtf(
    text: string,
    constraints: { level: number },
  ): { type: string; min: number | null; max: number | null };
}
