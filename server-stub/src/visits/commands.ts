import { sql } from 'kysely';
import type { Db } from '../platform/db/database.js';

interface Command {
  name: string;
  data?: unknown;
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
