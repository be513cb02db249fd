import type { OnlineVisitor } from '@crm-elements/contract';
import type { Db } from '../platform/db/database.js';

/** What the visits ask of the chat, which stands above them. */
export interface ChatSource {
  /** Conversations that are going on, by their visits. */
  ongoing(db: Db, orgId: string, visitIds: string[]): Promise<Map<string, OnlineVisitor['chat']>>;
  /** Users who take chats now. */
  available(db: Db, orgId: string): Promise<string[]>;
}

/** Until the chat is there nobody chats. */
export const noChats: ChatSource = {
  ongoing: () => Promise.resolve(new Map()),
  available: () => Promise.resolve([]),
};
