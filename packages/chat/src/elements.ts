import type { Elements } from '@crm-elements/core';
import { CrmChat } from './window/crm-chat.js';
import { CrmChatThread } from './thread/crm-chat-thread.js';

/** What a visitor's page needs. */
export const elements: Elements = { 'crm-chat': CrmChat, 'crm-chat-thread': CrmChatThread };
