import { CodedError } from '@athar/diagnostics';

/** Another living process holds the data folder. */
export class DataFolderInUse extends CodedError {
  readonly code = 'data-folder-in-use';
  readonly kind = 'conflict';

  constructor(
    folder: string,
    readonly pid: number,
  ) {
    super(
      `The data folder ${folder} is in use by process ${pid}. ` +
        'Stop that process first, or choose another data folder.',
    );
  }
}

/** The folder holds something that was not put there by Athar; nothing in it was touched. */
export class DataFolderNotOurs extends CodedError {
  readonly code = 'data-folder-not-ours';
  readonly kind = 'precondition';

  constructor(folder: string) {
    super(
      `The folder ${folder} is not empty and is no data folder of Athar. ` +
        'Nothing in it was changed. Choose an empty or a new folder.',
    );
  }
}

/** The folder cannot be made, or is not ours to write to. */
export class DataFolderNotWritable extends CodedError {
  readonly code = 'data-folder-not-writable';
  readonly kind = 'precondition';

  constructor(folder: string, why: string, cause?: unknown) {
    super(`The data folder ${folder} cannot be used: ${why}`, { cause });
  }
}

/** The cluster was made by another major version of PostgreSQL. */
export class DataFolderVersion extends CodedError {
  readonly code = 'data-folder-version';
  readonly kind = 'precondition';

  constructor(folder: string, found: string, expected: string) {
    super(
      `The data folder ${folder} holds a database of PostgreSQL ${found}; this version of Athar ` +
        `brings PostgreSQL ${expected}. Nothing was changed. Start the version of Athar that made ` +
        'the folder, or move the data into a new folder with the pg_dump and psql of ' +
        `PostgreSQL ${expected}.`,
    );
  }
}

/** A part of the data folder that must be there is missing or unreadable; nothing was repaired. */
export class DataFolderDamaged extends CodedError {
  readonly code = 'data-folder-damaged';
  readonly kind = 'precondition';

  constructor(folder: string, what: string) {
    super(
      `The data folder ${folder} is damaged: ${what} Nothing was changed. ` +
        'Put the folder back from a backup, or choose a new one.',
    );
  }
}

/** PostgreSQL refuses to run as root, and no ordinary user to run it as was found or made. */
export class ServerUserMissing extends CodedError {
  readonly code = 'postgres-user-missing';
  readonly kind = 'precondition';

  constructor(cause?: unknown) {
    super(
      'PostgreSQL does not run as root, and the user "postgres" could not be found or created. ' +
        'Start Athar as an ordinary user, or create a user named postgres.',
      { cause },
    );
  }
}

/** The PostgreSQL binaries are not installed for this machine, or cannot be run. */
export class BinariesUnusable extends CodedError {
  readonly code = 'postgres-binaries-unusable';
  readonly kind = 'precondition';

  constructor(why: string, cause?: unknown) {
    super(`The PostgreSQL that comes with Athar cannot be run: ${why}`, { cause });
  }
}

/** A new database could not be made. */
export class PostgresSetupFailed extends CodedError {
  readonly code = 'postgres-setup-failed';
  readonly kind = 'unavailable';

  constructor(logFile: string) {
    super(`The database could not be set up. The reason stands at the end of ${logFile}.`);
  }
}

/** PostgreSQL ended, or did not become ready, while starting. */
export class PostgresStartFailed extends CodedError {
  readonly code = 'postgres-start-failed';
  readonly kind = 'unavailable';

  constructor(logFile: string) {
    super(`PostgreSQL did not start. The reason stands at the end of ${logFile}.`);
  }
}

/** A PostgreSQL left over from an earlier run could not be stopped. */
export class LeftoverServerRunning extends CodedError {
  readonly code = 'postgres-leftover-running';
  readonly kind = 'conflict';

  constructor(
    folder: string,
    readonly pid: number,
  ) {
    super(
      `A PostgreSQL of an earlier run (process ${pid}) still works on ${folder} and did not stop. ` +
        'Stop that process, then start again.',
    );
  }
}
