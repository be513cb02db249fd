import type { Elements } from '@crm-elements/core';
import { CrmChat } from './crm-chat.js';
import { CrmChatThread } from './crm-chat-thread.js';

/** What a visitor's page needs. */
export const elements: Elements = { 'crm-chat': CrmChat, 'crm-chat-thread': CrmChatThread };
