import { Module } from '@nestjs/common';
import { DeliveryModule } from '@athar/delivery';
import { AccessModule } from '@athar/access';
import { FamiliesModule } from '@athar/families';
import { Messages } from './messages.js';
import { Outbox } from './outbox.js';
import { OutgoingMessages } from './outgoing-messages.js';

/** What may be said to whom. Needs PersistenceModule, QueueModule, ConfigModule. */
@Module({
  imports: [AccessModule, DeliveryModule, FamiliesModule],
  providers: [Outbox, OutgoingMessages, Messages],
  exports: [Outbox, OutgoingMessages, Messages],
})
export class NotificationsModule {}
