import type { ReasonLanguage } from '@athar/imports';
import type { CollectionKind, CollectionView } from '@athar/registry';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import type { Service } from '../service/service.js';
import { collectionSentences } from './collection-sentences.js';
import { noteIn } from './note-in.js';

/** Arguments that say where a file goes. */
export interface CollectionOptions {
  collection?: string;
  title?: string;
  custodian?: string;
  kind?: CollectionKind;
  titles?: true;
  reports?: true;
  dryRun?: true;
  /** Terms of a new collection; false: its custodian does not allow matching. */
  match?: boolean;
  mayDisclose?: true;
  /** Day as 2026-11-22. */
  embargoUntil?: string;
  /** Of what is said. */
  language: ReasonLanguage;
}

/** @throws BadArguments unless there is either an id, or title and custodian; of reports neither. */
export function checkCollection(options: CollectionOptions): void {
  const { collection, title, custodian, kind, reports } = options;
  const described = title !== undefined && custodian !== undefined;
  const touched =
    title !== undefined || custodian !== undefined || kind !== undefined || hasTerms(options);
  if (reports) {
    if (collection === undefined && !touched) return;
    throw new BadArguments('Reports go into no collection: leave out what describes one.');
  }
  if (collection === undefined ? described : !touched) return;
  throw new BadArguments(
    'Give either --collection with its id, or --title and --custodian (with --kind and terms) of a ' +
      'new one.',
  );
}

/**
 * The collection that the file goes to, where it is there. One of the same title and custodian is used
 * again, so that the same command given twice does not double its entries; its kind matters only where one
 * is told.
 *
 * @returns its id; `undefined` where there is none like it.
 * @throws BadArguments where there is one of another kind than told, several, or one whose title and
 * custodian are written a little otherwise.
 */
export async function findCollection(
  service: Service,
  options: CollectionOptions,
  { output }: Session,
): Promise<string | undefined> {
  if (options.collection !== undefined) return options.collection;
  const { title, custodian } = described(options);
  const alike: CollectionView[] = [];
  for await (const known of service.list<CollectionView>('/api/collections')) {
    const near = folded(known.title) === folded(title);
    if (known.own && near && folded(known.custodian) === folded(custodian)) alike.push(known);
  }
  const known = chosenOf(alike, { title, custodian, kind: options.kind });
  if (known === undefined) return undefined;
  const { using, other } = collectionSentences[options.language];
  noteIn(options.language, output, using(known.id, known.kind, hasTerms(options)));
  if (known.kind === 'other') noteIn(options.language, output, other(true));
  return known.id;
}

/** @throws BadArguments, see {@link findCollection} */
function chosenOf(
  alike: readonly CollectionView[],
  {
    title,
    custodian,
    kind,
  }: { title: string; custodian: string; kind: CollectionKind | undefined },
): CollectionView | undefined {
  const same = alike.filter((one) => one.title === title && one.custodian === custodian);
  const [fitting, ...others] = same.filter((one) => kind === undefined || one.kind === kind);
  if (fitting !== undefined && others.length === 0) return fitting;
  if (alike.length === 0) return undefined;
  const ids = alike.map((one) => `  ${one.id}: "${one.title}", "${one.custodian}", ${one.kind}`);
  const why =
    same.length === 0
      ? 'There is a collection whose title and custodian are written a little otherwise'
      : fitting === undefined
        ? 'There is a collection of this title and custodian, but of another kind'
        : 'There are several collections of this title and custodian';
  throw new BadArguments(
    `${why}:\n${ids.join('\n')}\nGo on with --collection and its id instead of --title, or give the ` +
      'new one another title.',
  );
}

/** As people compare them: letters and digits alone, forms of hamza, ta marbuta and alif maqsura alike. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/\u0640/g, '')
    .replace(/[ٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

/** Tells what became of the collection of a file once that was read. */
export function tellOfNew(
  options: CollectionOptions,
  collectionId: string | null,
  { output }: Session,
): void {
  const { kind } = described(options);
  const { made, none, other } = collectionSentences[options.language];
  noteIn(options.language, output, collectionId === null ? none(kind) : made(collectionId, kind));
  if (kind === 'other') noteIn(options.language, output, other(options.kind !== undefined));
}

/** The collection that the arguments describe, for the address of a file that makes its collection when it was received. */
export function newCollectionQuery(options: CollectionOptions): Record<string, string> {
  const { title, custodian } = described(options);
  const kind = options.kind === undefined ? {} : { collectionKind: options.kind };
  const terms = Object.entries(termsOf(options)).map(([name, value]) => [name, String(value)]);
  return { title, custodian, ...kind, ...Object.fromEntries(terms) };
}

function described(options: CollectionOptions): {
  title: string;
  custodian: string;
  kind: CollectionKind;
} {
  const [title, custodian] = [options.title?.trim() ?? '', options.custodian?.trim() ?? ''];
  return { title, custodian, kind: options.kind ?? (options.titles ? 'photo_archive' : 'other') };
}

function termsOf({ match, mayDisclose, embargoUntil }: CollectionOptions): {
  mayMatch?: false;
  mayDisclose?: true;
  embargoUntil?: string;
} {
  return {
    ...(match === false ? { mayMatch: false } : {}),
    ...(mayDisclose ? { mayDisclose } : {}),
    ...(embargoUntil === undefined ? {} : { embargoUntil }),
  };
}

function hasTerms(options: CollectionOptions): boolean {
  return Object.keys(termsOf(options)).length > 0;
}
