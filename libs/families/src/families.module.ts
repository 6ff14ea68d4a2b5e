import { Module } from '@nestjs/common';
import { Consents } from './consents.js';
import { Contacts } from './contacts.js';
import { Recipients } from './recipients.js';

/** Who the families are. Needs the PersistenceModule. */
@Module({
  providers: [Contacts, Consents, Recipients],
  exports: [Contacts, Consents, Recipients],
})
export class FamiliesModule {}
