import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';
import { IdempotencyLedger } from './idempotency.js';
import { Members } from './members.js';

@Global()
@Module({
  providers: [AuditTrail, IdempotencyLedger, Members],
  exports: [AuditTrail, IdempotencyLedger, Members],
})
export class AccessModule {}
