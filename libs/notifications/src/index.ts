export * from './errors.js';
export {
  messageStates,
  type Channel,
  type MessageState,
  type MessageTicket,
  type MessageView,
  type SendOutcome,
} from './message.js';
export { Messages, type MessageFilter } from './messages.js';
export { NotificationsModule } from './notifications.module.js';
export { Outbox, type Registration } from './outbox.js';
export { OutgoingMessages } from './outgoing-messages.js';
export { renderMessage, type RenderedMessage } from './render.js';
export {
  templateNames,
  templates,
  type TemplateName,
  type TemplateVariables,
} from './templates.js';
