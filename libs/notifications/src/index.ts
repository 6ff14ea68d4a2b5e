export * from './errors.js';
export {
  messageStates,
  type Channel,
  type MessageState,
  type MessageTicket,
  type MessageView,
  type SendOutcome,
} from './message.js';
export { renderMessage, type RenderedMessage } from './render.js';
export {
  templateNames,
  templates,
  type TemplateName,
  type TemplateVariables,
} from './templates.js';
