export { CrmChat } from './crm-chat.js';
export { consoleElements } from './console-elements.js';
export { CrmChatConsole } from './crm-chat-console.js';
export { CrmChatThread } from './crm-chat-thread.js';
export { CrmChatVisitor } from './crm-chat-visitor.js';
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
export type { Opening } from './visitor-store.js';
