import { DEFAULT_NOISE, type Noise } from './noise.js';

/** What to simulate. */
export interface SimulationOptions {
  /** How many missing people are reported, 0 or more. */
  persons: number;
  /** How many entries the registry holds, 0 or more. */
  registry: number;
  /** Any safe integer; the same seed gives the same bytes. */
  seed: number;
  /** Settings that differ from {@link DEFAULT_NOISE}. */
  noise?: Partial<Noise>;
}

/** Options checked and filled with the defaults. */
export interface Settings {
  persons: number;
  registry: number;
  seed: number;
  noise: Readonly<Noise>;
}

const most = 10_000_000;
const years: readonly string[] = ['ageBias', 'ageDeviation'];

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
  return { persons, registry, seed, noise };
}

function checkCount(option: string, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  throw new SimulationOptionsError(option, `a whole number from 0 to ${most}`);
}

function checkNoise(name: string, value: unknown): void {
  if (!(name in DEFAULT_NOISE)) {
    throw new SimulationOptionsError(`noise.${name}`, 'left out: there is no such setting');
  }
  const limit = years.includes(name) ? 50 : 1;
  if (typeof value === 'number' && value >= 0 && value <= limit) return;
  throw new SimulationOptionsError(`noise.${name}`, `a number from 0 to ${limit}`);
}
