import { Module } from '@nestjs/common';
import { MailDelivery } from './mail-delivery.js';

/** How a message leaves the house. Needs the ConfigModule. */
@Module({ providers: [MailDelivery], exports: [MailDelivery] })
export class DeliveryModule {}
