import { readFileSync } from 'node:fs';
import { normalise } from '../../src/normalise.js';
import { readCommonNames } from '../pairs.js';

const FOLDER = 'libs/arabic-names/training/suggestions';

/** A name and the spellings that it is met in, the usual ones first. */
export interface OwnName {
  readonly arabic: string;
  readonly spellings: readonly string[];
  /** How much it counts: a compound is written in many ways, and each is rare. */
  readonly weight: number;
}

const NAME = 6;
const COMPOUND = 1.5;

function rowsOf(file: string): string[][] {
  const lines = readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

/** How عبد and the article after it are written before a name that begins with a given letter. */
const SERVANTS = ['Abdul', 'Abdel', 'Abd-al-', 'Abdal', 'Abdoul', 'Abd-el-'];
/** How الدين is written: usual, French, Turkish, with the article apart. */
const FAITHS = ['eddin', 'uddin', 'aldin', 'eddine', 'ettin', '-al-Din', 'aldeen', 'eddeen'];
const GODS = ['allah', 'ullah', 'alla'];

/** Spellings of a compound: `عبد` with a name of God, or a word with `الدين` or `الله`. */
function compound([head = '', rest = '', latin = '']: string[]): OwnName {
  const bases = latin.split(' ');
  if (head === 'عبد') {
    const plain = SERVANTS.map((servant) => `${servant}${bases[0] ?? ''}`);
    const others = bases.slice(1).flatMap((base) => [`Abdul${base}`, `Abdel${base}`]);
    const spellings = rest === 'الله' ? ['Abdullah', 'Abdallah', 'Abdulla'] : [...plain, ...others];
    return { arabic: `${head}${rest}`, spellings, weight: COMPOUND };
  }
  const tails = head === 'الدين' ? FAITHS : GODS;
  const spellings = bases.flatMap((base) =>
    tails.map((tail) =>
      base.endsWith('a') ? `${base}${tail.replace(/^[aeu]/u, '')}` : base + tail,
    ),
  );
  return { arabic: `${rest}${head}`, spellings, weight: COMPOUND };
}

/**
 * Names of Syrians that public sets have few of, and names that Arabs and Turks share, with the spellings that
 * families use: ours, from general knowledge. None of them is measured on.
 */
export function readOwnNames(): OwnName[] {
  const common = readCommonNames().map(([arabic, spellings]) => ({
    arabic,
    spellings,
    weight: NAME,
  }));
  const rows = [...rowsOf('names.tsv'), ...rowsOf('shared-names.tsv')];
  const more = rows.map(([arabic = '', spellings = '']) => ({
    arabic,
    spellings: spellings.split(' '),
    weight: NAME,
  }));
  return [...common, ...more, ...rowsOf('compounds.tsv').map(compound)];
}

/** A name as far as it matters whether it was learned: without article, hamza and the like. */
export function bareName(arabic: string): string {
  return normalise(arabic).replace(/^ال(?=...)|\s/gu, '');
}
