import type { WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/db/database.js';
import { Failure, toFailure } from '../../platform/http/failure.js';
import type { Answer } from '../../platform/http/serve-route.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { RowError, RowReader } from './row-reader.js';

const MAX_ROWS = 100;

/** What a row did. */
export interface Done {
  id: string;
  message: string;
}

export interface Write {
  database: Database;
  orgId: string;
  /** Under which name the rows come and are answered. */
  name: string;
  rows: Record<string, unknown>[];
  /** HTTP status when all is well. */
  status: 200 | 201;
  maxRows?: number;
}

/**
 * One at a time within an organization: what a write checks (the last administrator, a circle of
 * roles) still holds when it is done.
 */
async function lockIdentity(tx: Tx, orgId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${orgId}::bigint)`.execute(tx);
}

/**
 * Writes row after row, each in a transaction of its own; bad ones stand beside good ones (207).
 * @throws CrmFailure INVALID_DATA without rows, LIMIT_EXCEEDED with too many
 */
export async function writeRows(
  { database, orgId, name, rows, status, maxRows = MAX_ROWS }: Write,
  write: (tx: Tx, reader: RowReader) => Promise<Done>,
): Promise<Answer> {
  const where = { api_name: name, json_path: `$.${name}` };
  if (rows.length === 0) throw new CrmFailure(400, 'INVALID_DATA', 'at least one row is needed', where);
  if (rows.length > maxRows)
    throw new CrmFailure(400, 'INVALID_DATA', 'too many rows', { ...where, maximum_length: maxRows });
  const results: WriteRow[] = [];
  for (const [index, row] of rows.entries()) {
    const reader = new RowReader(row, `$.${name}[${index}]`);
    results.push(await writeRow(database, orgId, (tx) => write(tx, reader)));
  }
  const bad = results.filter((result) => result.status === 'error').length;
  return { status: bad === 0 ? status : bad === results.length ? 400 : 207, body: { [name]: results } };
}

/** One change that is answered alone; see `writeRows`. */
export async function writeRow(
  { transact }: Database,
  orgId: string,
  write: (tx: Tx) => Promise<Done>,
): Promise<WriteRow> {
  try {
    const { id, message } = await transact(async (tx) => {
      await lockIdentity(tx, orgId);
      return write(tx);
    });
    return { code: 'SUCCESS', details: { id }, message, status: 'success' };
  } catch (error) {
    if (error instanceof RowError) return error.toRow();
    if (error instanceof Failure || toFailure(error).status !== 400) throw error;
    return new RowError('INVALID_DATA', 'a value cannot be stored as it is').toRow();
  }
}
