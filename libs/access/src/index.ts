export { AccessModule } from './access.module.js';
export { memberRoles, type Actor, type MemberRole } from './actor.js';
export { AuditTrail, verifyAuditChain, type AuditEvent, type ChainReport } from './audit-trail.js';
export { IdempotencyKeyReused, RoleMissing, UnknownMember } from './errors.js';
export { IdempotencyLedger, type IdempotentRequest } from './idempotency.js';
export { Members, requireRole, type MemberView } from './members.js';
export {
  createOrganisation,
  readOrganisation,
  type CreatedOrganisation,
  type NewOrganisation,
  type OrganisationView,
} from './organisations.js';
