import type {
  Arrest,
  Belonging,
  Detention,
  LastSeen,
  ReportDocument,
  Witness,
} from '../report-document.js';
import { filled } from '../filled.js';
import { anyOf, untoldSource, type ReportCells } from './report-cells.js';
import { isOther } from './word-lists.js';

/** What a row tells of what happened. */
export function readEvents(cells: ReportCells): Omit<ReportDocument, 'person'> {
  return filled({
    lastSeen: readLastSeen(cells),
    arrest: readArrest(cells),
    detentions: readDetentions(cells),
    witnesses: readWitnesses(cells),
    belongings: cells.list('belongings', 500)?.map((what): Belonging => {
      return { what, source: untoldSource };
    }),
    circumstances: cells.text('circumstances', 20_000),
  });
}

function readLastSeen(cells: ReportCells): LastSeen | undefined {
  const source = cells.source('last_seen_source');
  const told = anyOf({
    date: cells.date('last_seen_date'),
    place: cells.text('last_seen_place', 300),
  });
  return told && { ...told, source };
}

function readArrest(cells: ReportCells): Arrest | undefined {
  const source = cells.source('arrest_source');
  const told = anyOf({
    date: cells.date('arrest_date'),
    by: cells.choice('arrested_by', 'arrested_by_other', 300),
    place: cells.text('arrest_place', 300),
  });
  return told && { ...told, source };
}

function readDetentions(cells: ReportCells): Detention[] | undefined {
  const source = cells.source('detention_source');
  const places = [
    ...(cells.list('detention_places', 300) ?? []).filter((place) => !isOther(place)),
    ...(cells.list('detention_places_other', 300) ?? []),
  ];
  const told = [...new Set(places)].map((place): Detention => ({ place, source }));
  return told.length > 0 ? told : undefined;
}

/** Without a statement there is nothing to be kept of a witness. */
function readWitnesses(cells: ReportCells): Witness[] | undefined {
  const name = cells.witness('witness_name');
  const relation = cells.text('witness_relation');
  const date = cells.date('witness_date');
  const source = cells.source('witness_source');
  const what = cells.text('witness_statement', 4000);
  if (what !== undefined) return [filled({ name, relation, what, date, source })];
  if (name === undefined && relation === undefined) return undefined;
  const fix = 'Write what the witness said, or leave the witness out.';
  return cells.refuse('witness_statement', 'statement-missing', 'what the witness said', fix);
}
