import type { Elements } from '@crm-elements/core';
import { CrmChatConsole } from './console/crm-chat-console.js';
import { CrmChatThread } from './thread/crm-chat-thread.js';
import { CrmChatVisitor } from './console/crm-chat-visitor.js';

/** What the operators' page needs. */
export const consoleElements: Elements = {
  'crm-chat-console': CrmChatConsole,
  'crm-chat-thread': CrmChatThread,
  'crm-chat-visitor': CrmChatVisitor,
};
