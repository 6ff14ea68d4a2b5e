export { checkContact, checkContacts } from './check-contact.js';
export { isFromBefore } from './consent-days.js';
export { Consents, type Withdrawal } from './consents.js';
export {
  consentWays,
  languages,
  proofs,
  purposes,
  relationships,
  type ConsentView,
  type ConsentWay,
  type ContactEdit,
  type ContactRecord,
  type ContactView,
  type Language,
  type NewConsent,
  type NewContact,
  type Proof,
  type Purpose,
  type Relationship,
  type SafeHours,
  type Verification,
} from './contact.js';
export { ContactChanges, type ContactAddress } from './contact-changes.js';
export { Contacts } from './contacts.js';
export { ContactChanged, ContactNotFound, ContactWithdrawn, InvalidContact } from './errors.js';
export { FamiliesModule } from './families.module.js';
export { Recipients, type Recipient } from './recipients.js';
export { nextSafeMoment } from './safe-hours.js';
