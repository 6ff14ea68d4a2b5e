import { CodedError, type Problem } from '@athar/diagnostics';

/** The database is elsewhere and the address with the owner's role was not given. */
export class OwnerAddressMissing extends CodedError {
  readonly code = 'owner-address-missing';
  readonly kind = 'invalid';

  constructor() {
    super('This command needs the role that owns the tables.', {
      problems: [
        {
          field: 'DATABASE_OWNER_URL',
          code: 'missing',
          expected: 'an address like postgres://athar_owner:password@database:5432/athar',
          fix: 'Set it beside the other database addresses.',
        },
      ],
    });
  }
}

/** No database address was given and there is no data folder either. */
export class NothingInstalled extends CodedError {
  readonly code = 'nothing-installed';
  readonly kind = 'not-found';

  constructor(folder: string) {
    super(
      `There is no installation in ${folder}. Set ATHAR_DATA to its data folder, or the database ` +
        'addresses (DATABASE_URL and the others) where the database is elsewhere.',
    );
  }
}

/** A process, most often the service itself, holds the data folder. */
export class ServerMustStop extends CodedError {
  readonly code = 'data-folder-in-use';
  readonly kind = 'conflict';

  constructor(folder: string, pid: number) {
    super(
      `The data folder ${folder} is in use by process ${pid}. Stop it first (Ctrl-C in its terminal, ` +
        `or kill ${pid}), run this command, then start it again.`,
    );
  }
}

/** The database does not let us do what the command is for; the message says what to do. */
export class DatabaseRefused extends CodedError {
  readonly code = 'database-refused';
  readonly kind = 'unavailable';
}

/** There is no master key where it should be. */
export class MasterKeyMissing extends CodedError {
  readonly code = 'master-key-missing';
  readonly kind = 'unavailable';

  constructor(path: string) {
    super(
      `There is no master key: ATHAR_MASTER_KEY_FILE is not set and there is no ${path}. Give the ` +
        'key, or have it back with `athar keys recover` and the recovery key.',
    );
  }
}

/** The data belongs to another master key; a recovery key of this one would open nothing. */
export class ForeignMasterKey extends CodedError {
  readonly code = 'foreign-master-key';
  readonly kind = 'conflict';

  constructor() {
    super(
      'The data was sealed under another master key than the one at hand. Give the right key, or ' +
        'have it back with `athar keys recover` and the recovery key.',
    );
  }
}

/** A key is never written over a file. */
export class FileExists extends CodedError {
  readonly code = 'file-exists';
  readonly kind = 'conflict';

  constructor(path: string) {
    super(`${path} exists already and is not overwritten. Name another file, or move it away.`);
  }
}

/** Nobody said yes to what cannot be undone. Nothing was changed. */
export class NotConfirmed extends CodedError {
  readonly code = 'not-confirmed';
  readonly kind = 'precondition';
}

/** What was to be typed in did not come. */
export class InputEnded extends CodedError {
  readonly code = 'input-ended';
  readonly kind = 'invalid';

  constructor() {
    super('The input ended before anything was typed in. Nothing was changed.');
  }
}

/** Database addresses that provisioning cannot work with. */
export class BadAddresses extends CodedError {
  readonly code = 'bad-addresses';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('The database addresses cannot be used.', { problems });
  }
}

/** The organisation cannot be made as described. */
export class BadOrganisation extends CodedError {
  readonly code = 'bad-organisation';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('The organisation cannot be made. Nothing was changed.', { problems });
  }
}

/** An organisation of this name is there already. */
export class OrganisationExists extends CodedError {
  readonly code = 'organisation-exists';
  readonly kind = 'conflict';

  constructor() {
    super(
      'There is an organisation of this name already; `athar organisation list` shows it. ' +
        'Nothing was changed.',
    );
  }
}

/** No organisation has this id. */
export class OrganisationUnknown extends CodedError {
  readonly code = 'organisation-unknown';
  readonly kind = 'not-found';

  constructor() {
    super('There is no organisation with this id; `athar organisation list` shows them.');
  }
}
