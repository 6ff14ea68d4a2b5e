import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import type { Problem } from '@athar/diagnostics';
import { GazetteerRefused } from './errors.js';
import { readPlaces, readSpellings, type FileSpelling } from './gazetteer-files/read-gazetteer.js';
import { joinGazetteer } from './gazetteer-files/join-gazetteer.js';
import { GazetteerStore } from './storage/gazetteer-store.js';

/** The files of a public gazetteer, as published, and whose they are. */
export interface GazetteerFiles {
  /** `level, id, ocha_pcode, name_en, name_ar, governorate_id, district_id`, tab-separated. */
  readonly places?: string | undefined;
  /** `ocha_pcode, alias`, tab-separated. */
  readonly spellings?: string | undefined;
  /** Publisher and licence, kept with every place: `Publisher/name, CC BY 4.0`. */
  readonly source: string;
}

/** What came of loading; lines with problems were left out, the others kept. */
export interface GazetteerLoaded {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** The first of them, at most a hundred. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

const MOST_PROBLEMS = 100;

/** Brings sub-districts and spellings in from a public gazetteer. */
@Injectable()
export class GazetteerLoading {
  constructor(
    private readonly store: GazetteerStore,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Adds the places of the files that are not there yet, and spellings to those that are; a steward's
   * work. Names given before stay. The same files again change nothing.
   *
   * @throws RoleMissing, GazetteerRefused where nothing of the files can be read
   */
  async load(actor: Actor, files: GazetteerFiles): Promise<GazetteerLoaded> {
    requireRole(actor, 'steward');
    const { places, problems: wrong } =
      files.places === undefined ? none : readPlaces(files.places);
    const read = files.spellings === undefined ? noSpellings : readSpellings(files.spellings);
    const unread = [...wrong, ...read.problems];
    if (places.length + read.spellings.length === 0) throw new GazetteerRefused(unread);
    return this.store.open(actor, async ({ manager, places: shelf, changed }) => {
      const known = await shelf.all();
      const joined = joinGazetteer(known, { ...read, places, source: files.source });
      await shelf.add(joined.added);
      for (const { before, after } of joined.changed)
        await shelf.replace(actor.memberId, before, after);
      if (joined.added.length + joined.changed.length > 0) await changed();
      const problems = [...unread, ...joined.problems];
      const counts = {
        added: joined.added.length,
        changed: joined.changed.length,
        unchanged: joined.unchanged,
        problemCount: problems.length,
      };
      await this.audit.record(manager, {
        organisationId: actor.organisationId,
        memberId: actor.memberId,
        action: 'gazetteer.loaded',
        subjectType: 'gazetteer',
        detail: counts,
      });
      return { ...counts, problems: problems.slice(0, MOST_PROBLEMS) };
    });
  }
}

const none: ReturnType<typeof readPlaces> = { places: [], problems: [] };
const noSpellings: { spellings: FileSpelling[]; problems: Problem[] } = {
  spellings: [],
  problems: [],
};
