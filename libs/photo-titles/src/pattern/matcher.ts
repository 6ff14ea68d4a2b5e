import { BOUNDARY, SEPARATOR } from '../text/characters.js';
import { LONGEST_TEXT, type Folded } from '../text/folded.js';
import type { TitleField } from './fields.js';
import type { Program, Step } from './program.js';

/** What a field took, in places of the folded text. */
export interface Capture {
  field: TitleField;
  start: number;
  end: number;
  attempt: number;
}

/** How far a failed match came, and what could have stood there. */
export interface Furthest {
  place: number;
  expected: Set<string>;
}

const STRIDE = LONGEST_TEXT + 33;

/**
 * Runs a program over folded texts. Backtracks, but never twice to the same step at the same place:
 * time grows with steps times length, whatever pattern and title are (as in RE2's bit-state
 * matcher, https://swtch.com/~rsc/regexp/regexp3.html).
 */
export class Matcher {
  /** The round in which a step was last tried at a place; no clearing between titles. */
  private readonly tried: Uint32Array;
  private round = 0;
  private captures: Capture[] = [];
  private furthest: Furthest | undefined;
  /** Steps tried since the matcher was made, for whoever wants to see that time stays linear. */
  steps = 0;

  constructor(private readonly program: Program) {
    this.tried = new Uint32Array(program.steps.length * STRIDE);
  }

  /** What the fields took, in the order of the pattern; undefined where the text does not fit. */
  match(text: Folded, furthest?: Furthest): readonly Capture[] | undefined {
    this.round += 1;
    this.furthest = furthest;
    for (const start of startsOf(text, this.program)) {
      this.captures = [];
      if (this.run(text, 0, text.afterSeparators(start, false))) return this.captures;
    }
    return undefined;
  }

  private run(text: Folded, index: number, place: number): boolean {
    const mark = index * STRIDE + place;
    if (this.tried[mark] === this.round) return false;
    this.tried[mark] = this.round;
    this.steps += 1;
    const step = this.program.steps[index];
    return step !== undefined && this.runStep(text, step, index, place);
  }

  private runStep(text: Folded, step: Step, index: number, place: number): boolean {
    switch (step.kind) {
      case 'literal':
        if (!standsAt(text, step.codes, place)) return this.fail(place, `"${step.text}"`);
        return this.run(text, index + 1, place + step.codes.length);
      case 'separator': {
        const end = text.afterSeparators(place, step.crossing);
        if (end === place && !separates(text, place)) return this.fail(place, 'a separator');
        return this.run(text, index + 1, end);
      }
      case 'optional':
        return this.run(text, index + 1, place) || this.run(text, step.skip, place);
      case 'field':
        return this.runField(text, step, index, place);
      case 'end':
        if (text.afterSeparators(place, false) === text.length) return true;
        return this.fail(place, 'the end of the title');
    }
  }

  private runField(text: Folded, step: Step & { kind: 'field' }, index: number, place: number) {
    const { reader, field } = step;
    let any = false;
    for (let attempt = 0; attempt < reader.attempts; attempt += 1) {
      const end = reader.end(text, place, attempt);
      if (end < 0) continue;
      any = true;
      const before = this.captures.length;
      this.captures.push({ field, start: place, end, attempt });
      if (this.run(text, index + 1, end)) return true;
      this.captures.length = before;
    }
    return any ? false : this.fail(place, reader.expected);
  }

  private fail(place: number, expected: string): false {
    const furthest = this.furthest;
    if (furthest && place >= furthest.place) {
      if (place > furthest.place) furthest.expected.clear();
      furthest.place = place;
      furthest.expected.add(expected);
    }
    return false;
  }
}

function standsAt(text: Folded, codes: readonly number[], place: number): boolean {
  return codes.every(
    (code, offset) => text.codes[place + offset] === code && place + offset < text.length,
  );
}

/** A separator just passed, or the text's end, serves for the next one: `[{branch} ] {date}`. */
function separates(text: Folded, place: number): boolean {
  const before = text.kinds[place - 1];
  return place === 0 || place === text.length || before === SEPARATOR || before === BOUNDARY;
}

/** Where a match may begin: as many folders up as the pattern has slashes, else nearer ones. */
function startsOf(text: Folded, program: Program): number[] {
  if (program.wholePath) return [0];
  const starts: number[] = [];
  for (let place = text.length; place > 0 && starts.length <= program.folders; place -= 1) {
    if (text.kinds[place - 1] === BOUNDARY) starts.push(place);
  }
  if (starts.length <= program.folders) starts.push(0);
  return starts.reverse();
}
