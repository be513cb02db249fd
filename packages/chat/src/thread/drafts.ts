import type { CrmClient } from '@crm-elements/core';

const keyOf = (name: string) => `draft/${name}`;

/** What was typed and not sent, on this device. */
export const readDraft = async (client: CrmClient, name: string): Promise<unknown> =>
  (await client.storage).readSnapshot(keyOf(name));

export async function keepDraft(client: CrmClient, name: string, draft: unknown): Promise<void> {
  await (await client.storage).writeSnapshot(keyOf(name), draft);
}
