import { holdsStrayBrackets, withItsBrackets } from '../text/brackets.js';
import { Folded, LONGEST_TEXT } from '../text/folded.js';
import { Matcher, type Capture, type Furthest } from './matcher.js';
import type { PhotoTitle, TitlePart } from './photo-title.js';
import { compile, type Program, type Step } from './program.js';

/** A photograph as a manifest names it. */
export interface ListedTitle {
  /** Folders with `/` between them, outermost first. */
  folder?: string;
  /** Without the ending of its file. */
  title: string;
}

export type Reading =
  | { read: true; title: PhotoTitle; photographer?: string; parts: TitlePart[] }
  | {
      read: false;
      /** How far reading came in {@link textOf} the title: 0-based, in UTF-16 units. */
      at: number;
      /** What could have stood there. */
      expected: string[];
    };

/** The text that places are told in: folder and title with `/` between. */
export function textOf(listed: ListedTitle): string {
  return listed.folder === undefined ? listed.title : `${listed.folder}/${listed.title}`;
}

/** A steward's pattern, made ready: reads a title in time linear in its length. */
export class TitlePattern {
  private readonly program: Program;
  private readonly matcher: Matcher;
  private readonly folded = new Folded();

  /** @throws PatternError naming the place in the pattern and what was expected there. */
  constructor(readonly pattern: string) {
    this.program = compile(pattern);
    this.matcher = new Matcher(this.program);
  }

  /** Steps of matching done so far; grows linearly with what was read. */
  get steps(): number {
    return this.matcher.steps;
  }

  /** What the title says, or undefined where it does not fit the pattern. */
  read(listed: ListedTitle): (Reading & { read: true }) | undefined {
    const captures = this.match(listed);
    return captures && this.reading(listed, captures);
  }

  /** As {@link read}; where the title does not fit, says why. */
  explain(listed: ListedTitle): Reading {
    const furthest: Furthest = { place: 0, expected: new Set() };
    const captures = this.match(listed, furthest);
    if (captures) return this.reading(listed, captures);
    if (this.folded.tooLong) {
      return { read: false, at: 0, expected: [`at most ${LONGEST_TEXT} characters`] };
    }
    const at = this.folded.at[furthest.place] ?? 0;
    return { read: false, at, expected: [...furthest.expected] };
  }

  private match(listed: ListedTitle, furthest?: Furthest): readonly Capture[] | undefined {
    const text = textOf(listed);
    this.folded.read(text, text.length - listed.title.length);
    return this.folded.tooLong ? undefined : this.matcher.match(this.folded, furthest);
  }

  private reading(listed: ListedTitle, captures: readonly Capture[]): Reading & { read: true } {
    const parts = captures.map((capture) => this.partOf(capture));
    const found = (field: TitlePart['field']) => parts.find((part) => part.field === field);
    const photographer = found('photographer')?.text;
    const title = titleOf(found, listed.folder);
    return { read: true, title, ...(photographer === undefined ? {} : { photographer }), parts };
  }

  private partOf({ field, start, end, attempt }: Capture): TitlePart {
    const part = this.partAt(field, start, end);
    const step = this.program.steps.find((one): one is Step & { kind: 'field' } =>
      isField(one, field),
    );
    const value = step?.reader.value?.(this.folded, start, end, attempt);
    return value === undefined ? part : { ...part, value };
  }

  private partAt(field: TitlePart['field'], first: number, behind: number): TitlePart {
    const { raw } = this.folded;
    const from = this.folded.at[first] ?? 0;
    const to = from + this.folded.slice(first, behind).length;
    if (!isPlace(field)) return { field, text: raw.slice(from, to), start: from, end: to };
    const { start, end } = withItsBrackets(raw, from, to);
    const text = raw.slice(start, end);
    return { field, text, start, end, ...(holdsStrayBrackets(text) ? { doubtful: true } : {}) };
  }
}

/** Fields that are told as written and may hold several words that matter. */
function isPlace(field: TitlePart['field']): boolean {
  return field === 'branch' || field === 'hospital';
}

function isField(step: Step, field: TitlePart['field']): boolean {
  return step.kind === 'field' && step.field === field;
}

function titleOf(
  found: (field: TitlePart['field']) => TitlePart | undefined,
  listedIn: string | undefined,
): PhotoTitle {
  const title: PhotoTitle = { number: found('number')?.value ?? '' };
  const suffix = found('suffix')?.value;
  const sequence = found('sequence')?.value;
  const date = found('date')?.value;
  const branch = found('branch')?.text;
  const hospital = found('hospital')?.text;
  const folder = found('folder')?.text ?? listedIn;
  if (suffix !== undefined) title.suffix = suffix;
  if (sequence !== undefined) title.sequence = Number(sequence);
  if (date !== undefined) title.date = date;
  if (branch !== undefined) title.branch = branch;
  if (hospital !== undefined) title.hospital = hospital;
  if (folder !== undefined) title.folder = folder;
  return title;
}
