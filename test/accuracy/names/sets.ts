import { isKeptBack } from '../../../libs/arabic-names/training/pairs.js';
import { toChatSpelling } from './chat-spelling.js';
import { spellingsOf, toSet, type NameSet, type Wanted } from './name-set.js';
import { Pools, type PoolKind } from './pool.js';
import type { ListedName, PublicSets, Row } from './rows.js';

const latins = (rows: readonly Row[]) => rows.map(({ latin }) => latin);

function googleSet(sets: PublicSets, pools: Pools): NameSet {
  const rows = sets.google.filter(({ part }) => part === 'eval');
  const wanted = spellingsOf(rows);
  return toSet('google-ar2en eval', 'usual English', wanted, pools.around(wanted, latins(rows)));
}

/** Names of the development part that were met at least twice and that none of the rows teaches. */
function wikidataSet(
  name: string,
  sets: PublicSets,
  pools: Pools,
  fits: (row: Row) => boolean,
  taught: readonly Row[],
): NameSet {
  const development = sets.wikidata.filter(({ part }) => part === 'dev');
  const seen = new Set(taught.filter(({ part }) => part !== 'dev').map(({ arabic }) => arabic));
  const asked = new Set(
    development
      .filter((row) => row.count >= 2 && !seen.has(row.arabic) && fits(row))
      .map(({ arabic }) => arabic),
  );
  const wanted = spellingsOf(sets.wikidata.filter(({ arabic }) => asked.has(arabic)));
  return toSet(name, 'many languages', wanted, pools.around(wanted, latins(development)));
}

function wikidataSets(sets: PublicSets, pools: Pools): NameSet[] {
  const { google, wikidata, english, french, turkish, spellings } = sets;
  const taught = google.filter(({ part }) => part === 'train');
  const anywhere = [...wikidata, ...taught, ...english, ...french, ...turkish, ...spellings];
  return [
    wikidataSet('wikidata dev, Arabic origin', sets, pools, (row) => row.arabicOrigin, wikidata),
    wikidataSet('wikidata dev, any origin', sets, pools, () => true, wikidata),
    wikidataSet('wikidata dev, any origin, in no other set', sets, pools, () => true, anywhere),
  ];
}

function classicalSet(language: 'english' | 'french' | 'turkish', sets: PublicSets, pools: Pools) {
  const rows = sets[language];
  const wanted = spellingsOf(rows.filter(({ arabic }) => isKeptBack(arabic)));
  return toSet(`classical, ${language}`, language, wanted, pools.around(wanted, latins(rows)));
}

function chatSet(sets: PublicSets, pools: Pools): NameSet {
  const rows = sets.english.flatMap((row) => {
    const latin = isKeptBack(row.arabic) ? toChatSpelling(row.arabic, row.latin) : null;
    return latin === null ? [] : [{ ...row, latin }];
  });
  const wanted = spellingsOf(rows);
  return toSet('classical, chat (made by rule)', 'chat', wanted, pools.around(wanted, []));
}

/** Whole names in Arabic among all the Latin names of the list, aliases included. */
function listedSet(listed: readonly ListedName[]): NameSet {
  const latin = listed.filter(({ name }) => /^[^\p{Script=Arabic}]+$/u.test(name));
  const ofPerson = spellingsOf(latin.map(({ person, name }) => ({ arabic: person, latin: name })));
  const originals = listed.filter(({ kind }) => kind === 'original_script');
  const wanted: Wanted = new Map(
    originals.map(({ person, name }) => [name, ofPerson.get(person) ?? new Set()]),
  );
  const asked = new Map([...wanted].filter(([, spellings]) => spellings.size > 0));
  const pool = new Map(latin.map(({ name }) => [name.toLowerCase(), name]));
  return toSet('UN list, whole names (smoke)', 'English', asked, [...pool.values()]);
}

/** All sets that names are measured on, none of whose queries was trained on as far as the set allows. */
export function nameSets(sets: PublicSets, options: { pool: PoolKind }): NameSet[] {
  const pools = new Pools(sets, options.pool);
  return [
    googleSet(sets, pools),
    ...wikidataSets(sets, pools),
    classicalSet('english', sets, pools),
    classicalSet('french', sets, pools),
    classicalSet('turkish', sets, pools),
    chatSet(sets, pools),
    listedSet(sets.listed),
  ];
}
