import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@athar/persistence';
import { Registry } from '@athar/registry';
import { outgrown, roundedCaseload } from './caseload.js';
import { LiveShelf } from './live-shelf.js';

const PAGE = 2000;
const CASELOAD_KNOWN_FOR_MS = 60_000;

/** The registry's names live here, in memory, and nowhere else in the clear. One a process. */
@Injectable()
export class RegistryIndex {
  private readonly logger = new Logger('candidates');
  private shelf: LiveShelf | undefined;
  private caseloadReadAt = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly registry: Registry,
  ) {}

  /**
   * Brings the index up to every change that was committed before this call. Calls run one after
   * another: each reads on from where the one before stopped.
   *
   * @returns the index, which goes on changing: what it stands for is its revision at that moment.
   */
  catchUp(): Promise<LiveShelf> {
    const mine = this.last.then(() => this.advance());
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async advance(): Promise<LiveShelf> {
    const caseload = await this.caseload();
    if (this.shelf && !outgrown(this.shelf.caseload, caseload)) {
      await this.fill(this.shelf);
      return this.shelf;
    }
    // Filled aside and put in place when whole: jobs that search meanwhile miss nothing.
    const fresh = new LiveShelf(caseload);
    await this.fill(fresh);
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
    while (shelf.revision < committed) {
      const { entries, through } = await this.registry.changes(shelf.revision, PAGE);
      const atEnd = entries.length < PAGE;
      shelf.apply(entries, atEnd && committed > through ? committed : through);
      if (atEnd) return;
    }
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
