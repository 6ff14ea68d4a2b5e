import { readdirSync, statSync } from 'node:fs';
import { packRising, packWeights, unpackRising, unpackWeights } from './packed.js';

/** All that the library ships as data, learned or written by hand. */
const MOST_BYTES = 1e6;

describe('packed numbers', () => {
  it('come out as they went in', () => {
    const rising = [0, 1, 128, 128, 20_000, 2 ** 31, 2 ** 32 - 1];
    expect([...unpackRising(packRising(rising))]).toEqual(rising);
    expect([...unpackRising(packRising([]))]).toEqual([]);
  });

  it('keep weights to a step of 1/256, and to 127', () => {
    const weights = [0, 0.25, -0.25, 1 / 256, -1 / 256, 12.5, -127, 127];
    expect([...unpackWeights(packWeights(weights))]).toEqual(weights);
    expect([...unpackWeights(packWeights([0.001, -0.003, 500, -500]))]).toEqual([
      0,
      -1 / 256,
      127,
      -127,
    ]);
  });
});

describe('the data of the library', () => {
  it('is less than a megabyte in all', () => {
    const files = readdirSync('libs/arabic-names/src', { recursive: true, encoding: 'utf8' });
    const sizes = files
      .filter((file) => file.endsWith('.json'))
      .map((file) => statSync(`libs/arabic-names/src/${file}`).size);
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });
});
