import { DEFAULT_NOISE, LIMITS, type Noise } from './noise.js';
import { Ranked } from './ranked.js';
import {
  DEFAULT_TRADITIONS,
  TRADITIONS,
  type Tradition,
  type TraditionShares,
} from './traditions.js';

/** What to simulate. */
export interface SimulationOptions {
  /** How many reports families make, 0 or more: as many people, but for `noise.secondReports`. */
  persons: number;
  /** How many entries the registry holds, 0 or more. */
  registry: number;
  /** Any safe integer; the same seed gives the same bytes. */
  seed: number;
  /** Settings that differ from {@link DEFAULT_NOISE}. */
  noise?: Partial<Noise>;
  /** Shares of the traditions among reports in Latin letters; those not named keep their default. */
  traditions?: Partial<TraditionShares>;
}

/** Options checked and filled with the defaults. */
export interface Settings {
  persons: number;
  registry: number;
  seed: number;
  noise: Readonly<Noise>;
  traditions: Ranked<Tradition>;
}

const most = 10_000_000;
const limits: Readonly<Record<string, number>> = LIMITS;

/** The options ask for something that cannot be simulated; `option` names which one. */
export class SimulationOptionsError extends Error {
  readonly code = 'simulation-options';

  constructor(
    readonly option: string,
    expected: string,
  ) {
    super(`The option ${option} must be ${expected}.`);
    this.name = 'SimulationOptionsError';
  }
}

/** Checks the options. @throws SimulationOptionsError */
export function settingsOf(options: SimulationOptions): Settings {
  const { persons, registry, seed } = options;
  checkCount('persons', persons);
  checkCount('registry', registry);
  if (!Number.isSafeInteger(seed)) throw new SimulationOptionsError('seed', 'a whole number');
  const noise: Noise = { ...DEFAULT_NOISE, ...options.noise };
  for (const [name, value] of Object.entries(noise)) checkNoise(name, value as unknown);
  return { persons, registry, seed, noise, traditions: traditionsOf(options.traditions) };
}

function checkCount(option: string, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  throw new SimulationOptionsError(option, `a whole number from 0 to ${most}`);
}

function checkNoise(name: string, value: unknown): void {
  if (!(name in DEFAULT_NOISE)) {
    throw new SimulationOptionsError(`noise.${name}`, 'left out: there is no such setting');
  }
  const limit = limits[name] ?? 1;
  if (typeof value === 'number' && value >= 0 && value <= limit) return;
  throw new SimulationOptionsError(`noise.${name}`, `a number from 0 to ${limit}`);
}

function traditionsOf(given: Partial<TraditionShares> = {}): Ranked<Tradition> {
  for (const [name, share] of Object.entries(given)) {
    const known = (TRADITIONS as readonly string[]).includes(name);
    if (!known || typeof share !== 'number' || !(share >= 0 && share <= 1000)) {
      throw new SimulationOptionsError(`traditions.${name}`, 'a known tradition, from 0 to 1000');
    }
  }
  const shares = { ...DEFAULT_TRADITIONS, ...given };
  if (!TRADITIONS.some((name) => shares[name] > 0)) {
    throw new SimulationOptionsError('traditions', 'above 0 for one tradition at least');
  }
  return new Ranked(TRADITIONS, (name) => shares[name]);
}
