import { foldIdentity } from './fold.js';
import type { HeaderWords } from './header-words.js';
import type { Cell } from './vocabulary.js';

/** What a header of a form's export is, where it is no question of its own. */
export type FormMeaning =
  | { kind: 'identity'; column: string }
  | { kind: 'ignored' }
  /** One of several answers: the cell tells whether it was given. */
  | { kind: 'answer'; column: string; question: string; answer: string };

const given = new Set(['1', 'true', 'yes']);

/** Gathers the answers of one row that stand in columns of their own. */
export class FormAnswers {
  private readonly byColumn = new Map<string, { question: string; answers: string[] }>();

  /** True where the header tells no cell of its own: there is nothing more to be done with it. */
  take(meaning: FormMeaning | undefined, text: string): boolean {
    if (meaning?.kind !== 'answer') return meaning?.kind === 'ignored';
    if (text === '') return true;
    const known = this.byColumn.get(meaning.column) ?? { question: meaning.question, answers: [] };
    if (given.has(foldIdentity(text))) known.answers.push(meaning.answer);
    this.byColumn.set(meaning.column, known);
    return true;
  }

  /** Answers told one by one go before the cell that has all of them in one text. */
  putInto(row: Map<string, Cell>): void {
    for (const [column, { question, answers }] of this.byColumn) {
      const header = row.get(column)?.header ?? question;
      row.set(column, { header, text: answers.join('; ') });
    }
  }
}

/** Tells the headers of exports of forms (ODK, Kobo) that are no questions. */
export class FormHeaders {
  private readonly headers: ReadonlySet<string>;
  private readonly identity: string | undefined;
  private readonly ignored: ReadonlySet<string>;

  /** @param columnOf what a header means by itself, with what a mapping says. */
  constructor(
    headers: readonly string[],
    private readonly words: HeaderWords,
    private readonly columnOf: (header: string) => string | undefined,
  ) {
    const { form } = words.vocabulary;
    this.headers = new Set(headers);
    const identities = form?.identity.headers ?? [];
    const present = new Set(headers.map(foldIdentity));
    // A list that nobody asked a form for may call a column of its own so.
    const exported = identities.some((header) => present.has(header));
    this.ignored = new Set(exported ? [...(form?.ignored ?? []), ...identities] : []);
    const own = headers.some(
      (header) => !this.ignored.has(foldIdentity(header)) && this.isIdentity(header),
    );
    this.identity = own ? undefined : identities.find((header) => present.has(header));
  }

  /** Undefined for a question, and for every header of a kind that knows no forms. */
  meaningOf(header: string): FormMeaning | undefined {
    const { form } = this.words.vocabulary;
    if (form === undefined) return undefined;
    const folded = foldIdentity(header);
    if (folded === this.identity) return { kind: 'identity', column: form.identity.column };
    return this.ignored.has(folded) ? { kind: 'ignored' } : this.answerOf(header, form.lists);
  }

  private isIdentity(header: string): boolean {
    return this.columnOf(header) === this.words.vocabulary.form?.identity.column;
  }

  private answerOf(header: string, lists: readonly string[]): FormMeaning | undefined {
    const at = header.lastIndexOf('/');
    if (at < 1 || this.columnOf(header) !== undefined) return undefined;
    const [question, answer] = [header.slice(0, at).trim(), header.slice(at + 1).trim()];
    // A question that is not in the file by itself has its group before it.
    const name = this.headers.has(question) ? question : (question.split('/').at(-1) ?? '');
    const column = this.columnOf(name) ?? this.words.certain(name.split('/').at(-1) ?? '', noOther);
    if (column === undefined || !lists.includes(column) || answer === '') return undefined;
    return { kind: 'answer', column, question, answer };
  }
}

const noOther: ReadonlySet<string> = new Set();
