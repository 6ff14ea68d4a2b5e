import {
  LEARNED_KINDS,
  type EntryRecord,
  type LearnedKind,
  type ReportRecord,
} from '@athar/matching';

/** Which kinds both sides of a pair know. */
export function knownKinds(report: ReportRecord, entry: EntryRecord): LearnedKind[] {
  const homes = [report, entry].every((side) => side.homeGovernorate ?? side.homePlace);
  const held = (report.arrestedBy ?? report.detentionPlaces?.[0]) !== undefined;
  const births = report.birthDate !== undefined && entry.birthDate !== undefined;
  const known: Record<LearnedKind, boolean> = {
    place: homes,
    holder: held && entry.branch !== undefined,
    birth: births,
    seen: !births && report.birthDate !== undefined && entry.age !== undefined,
    arrest: report.arrestDate !== undefined && entry.photoDate !== undefined,
  };
  return LEARNED_KINDS.filter((kind) => known[kind]);
}
