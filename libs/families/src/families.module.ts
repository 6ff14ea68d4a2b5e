import { Module } from '@nestjs/common';
import { Consents } from './consents.js';
import { ContactChanges } from './contact-changes.js';
import { Contacts } from './contacts.js';
import { Recipients } from './recipients.js';

/** Who the families are. Needs the PersistenceModule. */
@Module({
  providers: [Contacts, ContactChanges, Consents, Recipients],
  exports: [Contacts, ContactChanges, Consents, Recipients],
})
export class FamiliesModule {}
