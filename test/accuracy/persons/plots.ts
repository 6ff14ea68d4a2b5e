import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callingAt, reliabilityOf } from './figures.js';
import { ofThreeParts } from './groups.js';
import type { Measured } from './measure.js';
import type { Population } from './population.js';

/** From the project's folder: where the README of matching shows the plots. */
export const PLOTS = 'libs/matching/accuracy';

type Point = readonly [x: number, y: number];

interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly points: readonly Point[];
  /** A line from corner to corner: what would be ideal. */
  readonly diagonal?: true;
}

const SIZE = 320;
const MARGIN = 48;
const SIDE = SIZE - 2 * MARGIN;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const INK = '#1f2937';
const FAINT = '#d1d5db';
const LINE = '#0f766e';

const across = (x: number) => (MARGIN + x * SIDE).toFixed(1);
const up = (y: number) => (SIZE - MARGIN - y * SIDE).toFixed(1);

function text(x: string, y: string, words: string, anchor = 'middle', turn = ''): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" ${turn}>${words}</text>`;
}

function grid(): string[] {
  return TICKS.flatMap((tick) => [
    `<path d="M${across(tick)} ${up(0)}V${up(1)}M${across(0)} ${up(tick)}H${across(1)}" stroke="${FAINT}"/>`,
    text(across(tick), String(SIZE - MARGIN + 16), String(tick)),
    text(String(MARGIN - 6), up(tick - 0.01), String(tick), 'end'),
  ]);
}

/** One curve in the unit square as a small SVG. */
export function svgOf({ title, x, y, points, diagonal }: Plot): string {
  const path = points.map(([px, py]) => `${across(px)},${up(py)}`).join(' ');
  const middle = String(SIZE / 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" font-size="11" fill="${INK}">`,
    `<rect width="${SIZE}" height="${SIZE}" fill="#ffffff"/>`,
    text(middle, '24', title),
    ...grid(),
    ...(diagonal
      ? [
          `<path d="M${across(0)} ${up(0)}L${across(1)} ${up(1)}" stroke="${INK}" stroke-dasharray="4 4"/>`,
        ]
      : []),
    `<polyline points="${path}" fill="none" stroke="${LINE}" stroke-width="2"/>`,
    ...points.map(([px, py]) => `<circle cx="${across(px)}" cy="${up(py)}" r="3" fill="${LINE}"/>`),
    text(middle, String(SIZE - 10), x),
    text('14', middle, y, 'middle', `transform="rotate(-90 14 ${middle})"`),
    '</svg>\n',
  ].join('\n');
}

const RANKS = Array.from({ length: 20 }, (_, place) => place + 1);
const THRESHOLDS = Array.from({ length: 50 }, (_, step) => (step + 0.5) / 50);

function plotsOf(measured: Measured, population: Population): Record<string, Plot> {
  const three = ofThreeParts(measured, population);
  const steps = reliabilityOf(measured.proposed).filter(({ pairs }) => pairs > 0);
  const callings = THRESHOLDS.map((each) =>
    callingAt(each, measured.proposed, measured.found.length),
  ).filter(({ called }) => called > 0);
  const within = (most: number) =>
    three.filter(({ rank }) => rank <= most).length / Math.max(1, three.length);
  return {
    calibration: {
      title: 'Of pairs called so, how many are true',
      x: 'probability said',
      y: 'share that is true',
      points: steps.map(({ said, is }): Point => [said, is]),
      diagonal: true,
    },
    'precision-recall': {
      title: 'Precision and recall over thresholds',
      x: 'share of all true pairs called',
      y: 'share of called pairs that is true',
      points: callings.map(({ recall, precision }): Point => [recall, precision]),
    },
    'recall-by-rank': {
      title: 'True entry among the first n (3 parts on both sides)',
      x: 'n / 20',
      y: 'share of true pairs',
      points: RANKS.map((rank): Point => [rank / 20, within(rank)]),
    },
  };
}

/** Writes the plots into a folder. */
export function writePlots(measured: Measured, population: Population, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, plot] of Object.entries(plotsOf(measured, population))) {
    writeFileSync(join(folder, `${name}.svg`), svgOf(plot));
  }
}
