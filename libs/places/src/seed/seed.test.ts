import { governorateNeighbours, seedHolders, seedPlaces } from './seed.js';

const codesOf = (all: readonly { code: string }[]) => all.map(({ code }) => code);

it('has each of 14 governorates and 62 districts once, each district in a governorate', () => {
  const codes = new Set(codesOf(seedPlaces));
  expect(codes.size).toBe(seedPlaces.length);
  const governorates = seedPlaces.filter(({ parent }) => parent === null);
  expect([governorates.length, seedPlaces.length]).toEqual([14, 76]);
  expect(seedPlaces.every(({ parent }) => parent === null || codes.has(parent))).toBe(true);
});

it('has each holder once, under a holder and at a place that are there', () => {
  const [places, holders] = [new Set(codesOf(seedPlaces)), new Set(codesOf(seedHolders))];
  expect(holders.size).toBe(seedHolders.length);
  for (const { parent, place } of seedHolders) {
    expect(parent === null || holders.has(parent)).toBe(true);
    expect(place === null || places.has(place)).toBe(true);
  }
});

it('knows neighbours from both sides', () => {
  expect(governorateNeighbours.size).toBe(14);
  for (const [code, others] of governorateNeighbours)
    for (const other of others) expect(governorateNeighbours.get(other)).toContain(code);
});
