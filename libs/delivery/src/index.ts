export { DeliveryModule } from './delivery.module.js';
export { MailDelayed, MailNotConfigured, MailRefused } from './errors.js';
export { MailDelivery, type OutgoingMail } from './mail-delivery.js';
