declare module 'arabic-reshaper' {
  const reshaper: {
    /** Replaces Arabic letters by their presentation forms, joined as they are written. */
    convertArabic(text: string): string;
  };
  export default reshaper;
}

declare module 'bidi-js' {
  interface EmbeddingLevels {
    levels: Uint8Array;
    paragraphs: { start: number; end: number; level: number }[];
  }
  interface Bidi {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl' | 'auto'): EmbeddingLevels;
    /** By place: characters that stand mirrored where text runs from the right, as brackets do. */
    getMirroredCharactersMap(
      text: string,
      levels: Uint8Array,
      start?: number,
      end?: number,
    ): Map<number, string>;
    getReorderedString(text: string, levels: EmbeddingLevels, start?: number, end?: number): string;
  }
  export default function bidiFactory(): Bidi;
}
