export { CrmChat } from './window/crm-chat.js';
export { consoleElements } from './console-elements.js';
export { CrmChatConsole } from './console/crm-chat-console.js';
export { CrmChatThread } from './thread/crm-chat-thread.js';
export { CrmChatVisitor } from './console/crm-chat-visitor.js';
export { elements } from './elements.js';
export {
  CrmChatAcceptEvent,
  CrmChatAcceptedEvent,
  CrmChatCloseEvent,
  CrmChatClosedEvent,
  CrmChatEndEvent,
  CrmChatEndedEvent,
  CrmChatSendEvent,
  CrmChatStartEvent,
  CrmChatUnreadChangedEvent,
} from './events.js';
export type { Opening } from './window/visitor-store.js';
