import type { TriggerAction } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db } from '../platform/db/database.js';

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

/**
 * Queues a command for the page of a visit. It travels in the answers to `collect` until the page
 * says that it was carried out.
 * @returns the number of the command; undefined when there is no such visit
 */
export async function queueCommand(
  db: Db,
  orgId: string,
  visitId: string,
  command: Command,
): Promise<number | undefined> {
  const body = JSON.stringify({
    t: 'page',
    name: command.name,
    ...(command.data !== undefined && { data: command.data }),
  });
  const { rows } = await sql<{ command_count: number }>`
    update visit set command_count = command_count + 1,
      commands = coalesce(commands, '[]') || (${body}::jsonb || jsonb_build_object('n', command_count + 1))
    where org_id = ${orgId} and id = ${visitId} returning command_count`.execute(db);
  return rows[0]?.command_count;
}
