export { CrmChat } from './crm-chat.js';
export { CrmChatThread } from './crm-chat-thread.js';
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
