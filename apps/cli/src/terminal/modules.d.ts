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
    getReorderedString(text: string, levels: EmbeddingLevels, start?: number, end?: number): string;
  }
  export default function bidiFactory(): Bidi;
}
