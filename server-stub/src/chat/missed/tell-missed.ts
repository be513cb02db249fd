import { findPeople } from '../../identity/index.js';
import { askToNotify } from '../../notifications/index.js';
import type { Tx } from '../../platform/db/database.js';
import type { Attendants } from '../../visits/index.js';
import { isOperator } from '../access.js';

/** The bell tells the owner of the visit, and of the others those who take chats. */
export async function tellMissed(
  tx: Tx,
  orgId: string,
  { visitId, name }: { visitId: string; name: string },
  { owner, others }: Attendants,
): Promise<void> {
  const active = await findPeople(tx, orgId, [owner, ...others]);
  const told: string[] = [];
  for (const userId of active.keys())
    if (userId === owner || (await isOperator(tx, { orgId, userId }))) told.push(userId);
  await askToNotify(
    tx,
    orgId,
    told.map((userId) => ({
      userId,
      kind: 'chat_missed',
      actorId: null,
      module: 'Visits',
      recordId: visitId,
      text: name,
    })),
  );
}
