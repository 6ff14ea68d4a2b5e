export { checkContacts } from './check-contact.js';
export { Consents, type Withdrawal } from './consents.js';
export {
  consentWays,
  languages,
  purposes,
  relationships,
  type ConsentView,
  type ConsentWay,
  type ContactRecord,
  type ContactView,
  type Language,
  type NewConsent,
  type NewContact,
  type Purpose,
  type Relationship,
  type SafeHours,
} from './contact.js';
export { Contacts } from './contacts.js';
export { ContactNotFound } from './errors.js';
export { FamiliesModule } from './families.module.js';
export { Recipients, type Recipient } from './recipients.js';
export { nextSafeMoment } from './safe-hours.js';
