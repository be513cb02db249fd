import type { MessagePage } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';

/** Most messages that are kept on the device for the first picture. */
const KEPT = 200;

/** What was last seen of a conversation on this device. */
export const readConversation = async (client: CrmClient, room: string): Promise<MessagePage | undefined> =>
  (await (await client.storage).readSnapshot(room)) as MessagePage | undefined;

/** Keeps a conversation from its first message on; a long one is read anew. */
export async function keepConversation(client: CrmClient, room: string, page: MessagePage): Promise<void> {
  if (page.data.length <= KEPT) await (await client.storage).writeSnapshot(room, page);
}
