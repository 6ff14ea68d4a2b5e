import { Organisations1790000000001 } from './0001-organisations.js';
import { Registry1790000000002 } from './0002-registry.js';
import { Cases1790000000003 } from './0003-cases.js';
import { Candidates1790000000004 } from './0004-candidates.js';
import { Messages1790000000005 } from './0005-messages.js';
import { Imports1790000000006 } from './0006-imports.js';
import { EntrySources1790000000007 } from './0007-entry-sources.js';
import { Readings1790000000008 } from './0008-readings.js';
import { Photographs1790000000009 } from './0009-photographs.js';
import { Places1790000000010 } from './0010-places.js';
import { Pairs1790000000011 } from './0011-pairs.js';
import { Intake1790000000012 } from './0012-intake.js';
import { Attachments1790000000013 } from './0013-attachments.js';
import { ReportImports1790000000014 } from './0014-report-imports.js';
import { ImportMentions1790000000015 } from './0015-import-mentions.js';
import { PairsLeft1790000000016 } from './0016-pairs-left.js';
import { EndedTasks1790000000017 } from './0017-ended-tasks.js';
import { ToldIntake1790000000018 } from './0018-told-intake.js';
import { NewPlaces1790000000019 } from './0019-new-places.js';
import { ReportMentions1790000000020 } from './0020-report-mentions.js';
import { DatesKept1790000000021 } from './0021-dates-kept.js';
import { StayedRows1790000000022 } from './0022-stayed-rows.js';
import { MovedPairs1790000000023 } from './0023-moved-pairs.js';
import { UnreadableReports1790000000024 } from './0024-unreadable-reports.js';
import { SealedEvidence1790000000025 } from './0025-sealed-evidence.js';

/** Every migration, oldest first: an explicit list, so that nothing runs by lying in a folder. */
export const migrations = [
  Organisations1790000000001,
  Registry1790000000002,
  Cases1790000000003,
  Candidates1790000000004,
  Messages1790000000005,
  Imports1790000000006,
  EntrySources1790000000007,
  Readings1790000000008,
  Photographs1790000000009,
  Places1790000000010,
  Pairs1790000000011,
  Intake1790000000012,
  Attachments1790000000013,
  ReportImports1790000000014,
  ImportMentions1790000000015,
  PairsLeft1790000000016,
  EndedTasks1790000000017,
  ToldIntake1790000000018,
  NewPlaces1790000000019,
  ReportMentions1790000000020,
  DatesKept1790000000021,
  StayedRows1790000000022,
  MovedPairs1790000000023,
  UnreadableReports1790000000024,
  SealedEvidence1790000000025,
];
