import { foldIdentity, foldLoosely, foldWord } from './fold.js';
import type { AmbiguousHeader, ColumnVocabulary } from './vocabulary.js';

/** A vocabulary, folded for looking headers up. */
export class HeaderWords {
  /** Every word of the vocabulary as it is written there. */
  readonly known: readonly string[];
  private readonly exact = new Map<string, string>();
  private readonly folded = new Map<string, string>();
  private readonly loose = new Map<string, string>();
  private readonly ambiguous: ReadonlyMap<string, AmbiguousHeader>;

  constructor(readonly vocabulary: ColumnVocabulary) {
    const listed = Object.entries(vocabulary.words).flatMap(([column, languages]) =>
      Object.values(languages).flatMap((words) => words.map((word) => [word, column] as const)),
    );
    this.known = [...vocabulary.columns, ...listed.map(([word]) => word)];
    for (const column of vocabulary.columns) this.learn(column, column);
    for (const [word, column] of listed) this.learn(word, column);
    this.ambiguous = new Map(
      vocabulary.ambiguous.flatMap((header) =>
        header.words.map((word) => [foldWord(word), header] as const),
      ),
    );
  }

  /** The target's own spelling of a column name. */
  columnNamed(name: string): string | undefined {
    return this.vocabulary.columns.find((column) => foldWord(column) === foldWord(name));
  }

  /** The column that a header means for certain. @param beside columns of the other headers. */
  certain(header: string, beside: ReadonlySet<string>): string | undefined {
    const ambiguous = this.ambiguous.get(foldWord(header));
    if (ambiguous !== undefined) {
      return ambiguous.beside.some((column) => beside.has(column))
        ? ambiguous.then
        : ambiguous.alone;
    }
    return this.folded.get(foldWord(header));
  }

  /** The columns that headers mean on their own, for {@link certain}. */
  unambiguous(headers: readonly string[]): Set<string> {
    const columns = headers.map((header) =>
      this.ambiguous.has(foldWord(header)) ? undefined : this.folded.get(foldWord(header)),
    );
    return new Set(columns.filter((column) => column !== undefined));
  }

  /** True where the header stands in the vocabulary letter for letter, but for capitals. */
  isExact(header: string): boolean {
    return this.exact.has(foldIdentity(header)) || this.ambiguous.has(foldWord(header));
  }

  /** The column that a header likely means. */
  likely(header: string): string | undefined {
    return this.loose.get(foldLoosely(header));
  }

  private learn(word: string, column: string): void {
    this.exact.set(foldIdentity(word), column);
    this.folded.set(foldWord(word), column);
    this.loose.set(foldLoosely(word), column);
  }
}
