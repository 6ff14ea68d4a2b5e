import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildRecogniser,
  readPlaces,
  readSpellings,
  seedHolders,
  seedPlaces,
  type Place,
  type Recogniser,
} from '@athar/places';

/** A public gazetteer with its spellings. Not part of the project: see the message below. */
const FOLDER = fileURLToPath(new URL('../../../shared/data/syria-places/', import.meta.url));
const FROM = 'Open-Syria/data-geography (OCHA/HDX, GeoNames, Wikidata, geoBoundaries; CC BY 4.0)';

interface Alias {
  readonly code: string;
  readonly text: string;
}

const fileOf = (name: string) => readFileSync(`${FOLDER}${name}`, 'utf8');
const inScripts = ({ text }: Alias) =>
  /^[^\p{L}]*(?:[\p{Script=Arabic}\p{Script=Latin}][^\p{L}]*)+$/u.test(text);

/** Least share of the sub-districts' aliases, of which none was learnt, romanised Arabic letters among them. */
const WITHOUT_THEIR_OWN = 60;

/** Names of the public list that the matching of names is measured on, where it is there. */
function people(): string[] {
  const file = new URL('../un-consolidated/names_long.tsv', `file://${FOLDER}`);
  if (!existsSync(file)) return [];
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t')[3] ?? '');
}

/** What the gazetteer itself holds, its spellings kept out of what is asked. */
function gazetteer(): Place[] {
  const known = new Set(seedPlaces.map(({ code }) => code));
  const more = readPlaces(fileOf('places.tsv')).places.filter(({ code }) => !known.has(code));
  return [
    ...seedPlaces,
    ...more.map((place) => ({ ...place, spellings: [], weak: [], source: FROM })),
  ];
}

/**
 * Shares of the aliases whose text, standing alone, is recognised:
 * strict: the alias's own code is the one certain place;
 * counted: as strict, or the certain place bears the same name and contains it or lies in it (the
 * governorate and the district of Homs), with the alias's own code among the alternatives;
 * wider: the certain place contains it, which is true and says less;
 * wrong: any other certain place or holder.
 */
function measure(recogniser: Recogniser, aliases: readonly Alias[]) {
  const parentOf = new Map(gazetteer().map(({ code, parent }) => [code, parent]));
  const contains = (outer: string, inner: string): boolean => {
    const parent = parentOf.get(inner) ?? null;
    return parent !== null && (parent === outer || contains(outer, parent));
  };
  const missed: string[] = [];
  const wrong: string[] = [];
  let strict = 0;
  let counted = 0;
  let wider = 0;
  for (const { code, text } of aliases) {
    const { mentions } = recogniser.recognise(text);
    const certain = mentions.flatMap((mention) => mention.certain ?? []);
    const others = mentions.flatMap((mention) => mention.alternatives.map((match) => match.code));
    const [only, ...more] = certain;
    const homonym = (found: string) =>
      others.includes(code) && (contains(found, code) || contains(code, found));
    if (only === undefined) missed.push(`${code} ${text}`);
    else if (
      more.length === 0 &&
      only.code !== code &&
      !homonym(only.code) &&
      contains(only.code, code)
    )
      wider += 1;
    else if (more.length > 0 || (only.code !== code && !homonym(only.code)))
      wrong.push(`${code} ${text}: ${certain.map((match) => match.code).join()}`);
    else counted += 1;
    if (only?.code === code && more.length === 0) strict += 1;
  }
  const share = (count: number) => Math.round((1000 * count) / aliases.length) / 10;
  return {
    asked: aliases.length,
    strict: share(strict),
    counted: share(counted),
    wider: share(wider),
    wrong,
    missed,
  };
}

if (existsSync(FOLDER)) {
  describe('aliases of the public gazetteer', () => {
    const aliases: Alias[] = readSpellings(fileOf('aliases_long.tsv')).spellings;
    const wide = aliases.filter(({ code }) => code.length <= 6);
    const readable = wide.filter(inScripts);

    it('are all in scripts that are read', () => {
      expect(wide).toHaveLength(261);
      expect(readable).toHaveLength(261);
    });

    it('at least 95 % of governorates’ and districts’ are recognised, none wrongly', () => {
      const found = measure(buildRecogniser(seedPlaces, seedHolders), readable);
      expect(found.wrong).toEqual([]);
      expect(found.counted).toBeGreaterThanOrEqual(95);
    });

    it('also where the sub-districts are known, of whose own aliases nearly none is taken wrongly', () => {
      const recogniser = buildRecogniser(gazetteer(), seedHolders);
      const found = measure(recogniser, readable);
      expect(found.wrong).toEqual([]);
      expect(found.counted).toBeGreaterThanOrEqual(95);
      const narrow = measure(
        recogniser,
        aliases.filter(({ code }) => code.length === 8),
      );
      expect(narrow.wrong).toEqual([]);
      expect(narrow.counted + narrow.wider).toBeGreaterThanOrEqual(WITHOUT_THEIR_OWN);
    });

    it('names of people are no places', () => {
      const recogniser = buildRecogniser(seedPlaces, seedHolders);
      const taken = people().filter((name) => {
        const { places, holders } = recogniser.recognise(name);
        return places.length + holders.length > 0;
      });
      expect(taken).toEqual([]);
    });
  });
} else {
  it.skip(`measures aliases of places: put places.tsv and aliases_long.tsv from ${FROM} in ../shared/data/syria-places`, () =>
    undefined);
}
