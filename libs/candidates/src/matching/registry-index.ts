import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import { Database } from '@athar/persistence';
import { Registry } from '@athar/registry';
import { outgrown, roundedCaseload } from './caseload.js';
import { LiveShelf } from './live-shelf.js';

/** Entries read and opened at one stroke. */
const PAGE = 100;
/**
 * Entries taken in at one stroke: some thousandths of a second, in which nothing else has its turn. A report
 * that is matched meanwhile takes some twenty turns.
 */
const STROKE = 10;
const CASELOAD_KNOWN_FOR_MS = 60_000;
/** How long a single report waits for entries that are being indexed. */
const PATIENCE_MS = 300;

/** The provider of false where pairs of entries are never looked for; true without one. */
export const PAIRS_ENTRIES = Symbol('PAIRS_ENTRIES');

/** The registry's names live here, in memory, and nowhere else in the clear. One a process. */
@Injectable()
export class RegistryIndex {
  private readonly logger = new Logger('candidates');
  private shelf: LiveShelf | undefined;
  /** One that is being filled aside. */
  private fresh: LiveShelf | undefined;
  private caseloadReadAt = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly registry: Registry,
    @Optional() @Inject(PAIRS_ENTRIES) private readonly pairsEntries = true,
  ) {}

  /**
   * Brings the index up to every change that was committed before this call. Calls run one after
   * another: each reads on from where the one before stopped.
   *
   * @returns the index, which goes on changing: what it stands for is its revision at that moment.
   */
  catchUp(): Promise<LiveShelf> {
    return this.afterOthers(() => this.advance((shelf) => shelf.settle()));
  }

  /**
   * The same for nobody in particular: names that were edited since names were counted are not counted anew before
   * somebody asks, or one edit after another would have all of them counted each time.
   */
  async readAhead(): Promise<void> {
    await this.afterOthers(() =>
      this.advance(async (shelf) => {
        if (!shelf.editedSinceCounted) await shelf.settle();
      }),
    );
  }

  private afterOthers(advance: () => Promise<LiveShelf>): Promise<LiveShelf> {
    const mine = this.last.then(advance);
    this.last = mine.catch(() => undefined);
    return mine;
  }

  /**
   * For a report that somebody waits for and that has no pairs to lose: the index with every change where
   * that is soon done, else as far as it has come. The report then lags, and is to be matched again.
   */
  async soon(): Promise<{ shelf: LiveShelf; whole: boolean }> {
    const all = this.catchUp();
    // Awaited by nobody where the pause is over first.
    all.catch(() => undefined);
    const first = await Promise.race([all, pause(PATIENCE_MS)]);
    const part = first === undefined ? (this.shelf ?? this.fresh) : undefined;
    return part ? { shelf: part, whole: false } : { shelf: await all, whole: true };
  }

  private async advance(settle: (shelf: LiveShelf) => Promise<void>): Promise<LiveShelf> {
    const caseload = await this.caseload();
    if (this.shelf && !outgrown(this.shelf.caseload, caseload)) {
      await this.fill(this.shelf);
      await settle(this.shelf);
      return this.shelf;
    }
    // Filled aside and put in place when whole: jobs that search meanwhile miss nothing.
    const fresh = new LiveShelf(caseload, this.pairsEntries);
    this.fresh = fresh;
    await this.fill(fresh);
    await settle(fresh);
    this.shelf = fresh;
    this.logger.log({
      message: 'Registry index built',
      entries: fresh.index.size,
      revision: `${fresh.revision}`,
    });
    return fresh;
  }

  private async fill(shelf: LiveShelf): Promise<void> {
    // Everything up to here is committed, so that reading to the end has seen it, also where the
    // newest revisions belong to no entry any more.
    const committed = await this.registry.currentRevision();
    if (shelf.readThrough < committed) await this.takeIn(shelf, committed);
  }

  private async takeIn(shelf: LiveShelf, committed: bigint): Promise<void> {
    for (let page = this.read(shelf.readThrough); ;) {
      const { entries, through } = await page;
      const atEnd = entries.length < PAGE || through >= committed;
      // The next are read while these are taken in.
      if (!atEnd) page = this.read(through);
      for (let at = 0; at < entries.length; at += STROKE) {
        const stroke = entries.slice(at, at + STROKE);
        shelf.apply(stroke, stroke.at(-1)?.revision ?? through);
        await setImmediate();
      }
      if (atEnd) return shelf.apply([], committed > through ? committed : through);
    }
  }

  private read(after: bigint): ReturnType<Registry['changes']> {
    const page = this.registry.changes(after, PAGE);
    // Awaited by nobody where taking in the page before it fails.
    page.catch(() => undefined);
    return page;
  }

  private async caseload(): Promise<number> {
    const known = this.shelf?.caseload;
    if (known !== undefined && Date.now() - this.caseloadReadAt < CASELOAD_KNOWN_FOR_MS) {
      return known;
    }
    const caseload = await this.database.asMatcher(roundedCaseload);
    this.caseloadReadAt = Date.now();
    return caseload;
  }
}
