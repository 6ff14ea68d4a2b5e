import type { TrainingPair } from './pairs.js';
import { randomNumbers } from './random.js';
import { trainReadings } from './readings.js';

const SPELLED = 'شام|sham سهام|siham شمس|shams سمر|samar هشام|hisham سهر|sahar شهد|shahd مها|maha';

const pairs = SPELLED.split(' ').map((spelled): TrainingPair => {
  const [arabic = '', latin = ''] = spelled.split('|');
  return { arabic, latin, weight: 1, stress: 1, doubtful: false, attested: 'hardly' };
});

const OPTIONS = { hidden: 8, rounds: 10, batch: 2, rate: 0.02 };

function train(seed: number, rounds = OPTIONS.rounds) {
  const losses: number[] = [];
  const model = trainReadings(pairs, { ...OPTIONS, rounds }, randomNumbers(seed), (text) => {
    losses.push(Number(/: ([\d.]+) nats/u.exec(text)?.[1]));
  });
  return { model, losses };
}

describe('trainReadings', () => {
  it('makes the readings of the pairs likely, by the letters around', () => {
    const { losses } = train(1, 200);
    expect(losses).toHaveLength(200);
    expect(losses[0]).toBeGreaterThan(5);
    // With no letters around, s and h would be read alike in sham and siham.
    expect(losses.at(-1)).toBeLessThan(0.5);
  });

  it('makes the same model of the same seed', () => {
    expect(train(2).model).toEqual(train(2).model);
    expect(train(2).model).not.toEqual(train(3).model);
  });

  it('knows of each letter nothing and what it is read as', () => {
    const { readings } = train(1).model;
    expect(Object.keys(readings).sort()).toEqual([...'adhimrs']);
    expect(readings['m']?.split(',')).toEqual(expect.arrayContaining(['', 'م', 'ام']));
    expect(readings['m']).not.toContain('س');
    expect(readings['h']).toMatch(/^,/u);
  });
});
