import type { CandidateView } from '@athar/candidates';
import type { Screen } from '../output.js';
import { renderTable } from '../terminal/table.js';

const MOST_EVIDENCE = 4;
const NARROW = [15, 15, 9, 64];
const WIDE = [26, 26, 10, 64];

/** The best candidates as a table: both names, what the model thinks, and why. */
export function candidateTable(screen: Screen, candidates: readonly CandidateView[]): string {
  const head = [
    'family reports',
    'archive holds',
    'model (simulated)',
    'strongest evidence, in bits',
  ];
  const widths = (screen.columns ?? 120) < 110 ? NARROW : WIDE;
  return renderTable(screen, head, candidates.map(rowOf), widths);
}

function rowOf(candidate: CandidateView): string[] {
  const { report, entry, assessment } = candidate;
  return [
    lines(report.document.person.names),
    lines(entry.document.names),
    assessment ? `${assessment.band}\n${percent(assessment.probability)}` : '',
    (assessment?.evidence ?? [])
      .filter((item) => item.kind !== 'prior' && item.centibits !== 0)
      .sort((a, b) => Math.abs(b.centibits) - Math.abs(a.centibits))
      .slice(0, MOST_EVIDENCE)
      .map((item) => `${bits(item.centibits)}  ${item.sentence}`)
      .join('\n'),
  ];
}

interface Names {
  full?: string[];
  asWritten?: string[];
  transcribed?: { text: string }[];
  given?: string;
  father?: string;
  grandfather?: string;
  family?: string;
}

function lines(names: Names): string {
  const parts = [names.given, names.father, names.grandfather, names.family];
  const whole = [
    ...(names.full ?? []),
    ...(names.asWritten ?? []),
    ...(names.transcribed ?? []).map((one) => one.text),
    parts.filter((part) => part !== undefined).join(' '),
  ];
  return [...new Set(whole.filter((text) => text !== ''))].join('\n');
}

/** Never 100 %: the model is not that sure of anything. */
function percent(probability: number): string {
  return `${(Math.floor(Math.min(probability, 0.9999) * 1000) / 10).toFixed(1)} %`;
}

function bits(centibits: number): string {
  return `${centibits > 0 ? '+' : ''}${(centibits / 100).toFixed(1)}`.padStart(6);
}
