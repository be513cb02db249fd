import type { TriggerAction } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../platform/db/database.js';

/** A command of the page's; names that begin with `crm.` are the launcher's own. */
interface Command {
  name: string;
  data?: unknown;
}

/** What the page gets for an action. @param delay seconds on the page before it is done */
export function toCommand(action: TriggerAction, delay = 0): Command {
  const after = delay > 0 ? { after: delay } : {};
  switch (action.type) {
    case 'invite':
      return { name: 'crm.invite', data: { text: action.text, ...after } };
    case 'open_chat':
      return { name: 'crm.open', data: after };
    case 'launcher':
      return { name: 'crm.launcher', data: { effect: action.effect, ...after } };
    case 'page':
      return { name: action.name, data: action.data };
  }
}

/** What an operator, or a trigger in the name of the portal, has said before a chat. */
export interface Invitation {
  text: string;
  userId: string | null;
}

/** The invitation in a command, with the time when the page shows it. */
function invitationOf({ name, data }: Command, userId: string | null): string | null {
  if (name !== 'crm.invite') return null;
  const { text, after = 0 } = data as { text: string; after?: number };
  return JSON.stringify({ text, userId, at: Date.now() + after * 1_000 });
}

/** The invitation that the page of a visit has shown; it is taken once. */
export async function takeInvitation(
  tx: Tx,
  orgId: string,
  visitId: string,
): Promise<Invitation | undefined> {
  const { rows } = await sql<{ invitation: Invitation }>`
    with shown as (
      select org_id, id, invitation from visit
      where org_id = ${orgId} and id = ${visitId} and (invitation ->> 'at')::bigint <= ${Date.now()} for update)
    update visit v set invitation = null from shown where v.org_id = shown.org_id and v.id = shown.id
    returning shown.invitation`.execute(tx);
  return rows[0]?.invitation;
}

/**
 * Queues a command for the page of a visit. It travels in the answers to `collect` until the page
 * says that it was carried out.
 * @param userId who gives it; null for a rule
 * @returns the number of the command; undefined when there is no such visit
 */
export async function queueCommand(
  db: Db,
  orgId: string,
  visitId: string,
  command: Command,
  userId: string | null,
): Promise<number | undefined> {
  const body = JSON.stringify({
    t: 'page',
    name: command.name,
    ...(command.data !== undefined && { data: command.data }),
  });
  const { rows } = await sql<{ command_count: number }>`
    update visit set command_count = command_count + 1,
      invitation = coalesce(${invitationOf(command, userId)}::jsonb, invitation),
      commands = coalesce(commands, '[]') || (${body}::jsonb || jsonb_build_object('n', command_count + 1))
    where org_id = ${orgId} and id = ${visitId} returning command_count`.execute(db);
  return rows[0]?.command_count;
}
