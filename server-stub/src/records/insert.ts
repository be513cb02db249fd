import type { WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.js';
import { nextId } from '../platform/ids.js';
import { appendEvents } from '../platform/outbox/outbox.js';
import { crmTime } from './crm-time.js';
import { rowError } from './errors.js';
import type { Module } from './module.js';
import { known, validate } from './validate.js';

/** For whom records are written. */
export interface Writer {
  orgId: string;
  userId: string;
}

const fullName = (fields: Record<string, string>) =>
  [fields.First_Name, fields.Last_Name].filter(Boolean).join(' ');

/** Writes the good rows; each bad one is answered with what is wrong with it. */
export async function insertRecords(
  tx: Tx,
  writer: Writer,
  module: Module,
  rows: Record<string, unknown>[],
): Promise<WriteRow[]> {
  const answers: WriteRow[] = [];
  for (const [index, row] of rows.entries()) {
    answers.push(validate(module.fields, row, index) ?? (await insertOne(tx, writer, module, row, index)));
  }
  const created = answers.flatMap(({ status, details }) =>
    status === 'success' ? [String(details.id)] : [],
  );
  await appendEvents(
    tx,
    created.map((id) => ({
      orgId: writer.orgId,
      topic: 'record.created',
      key: id,
      payload: { module: module.apiName },
    })),
  );
  return answers;
}

async function insertOne(
  tx: Tx,
  { orgId, userId }: Writer,
  module: Module,
  row: Record<string, unknown>,
  index: number,
): Promise<WriteRow> {
  const { Email: email, ...data } = known(module.fields, row);
  const id = nextId();
  const now = new Date();
  const inserted = await sql<{ id: string }>`
    insert into record (org_id, id, module, owner_id, created_by, modified_by, created_time, modified_time, name, email, data)
    values (${orgId}, ${id}, ${module.apiName}, ${userId}, ${userId}, ${userId}, ${now}, ${now}, ${fullName(data)}, ${email ?? null}, ${JSON.stringify(data)}::jsonb)
    on conflict (org_id, module, lower(email)) where email is not null do nothing returning id`.execute(tx);
  if (inserted.rows.length === 0) return duplicate(tx, orgId, module, email ?? '', index);
  const by = { id: userId };
  return {
    code: 'SUCCESS',
    details: {
      Modified_Time: crmTime(now),
      Modified_By: by,
      Created_Time: crmTime(now),
      id,
      Created_By: by,
      $approval_state: 'approved',
    },
    message: 'record added',
    status: 'success',
  };
}

async function duplicate(
  tx: Tx,
  orgId: string,
  module: Module,
  email: string,
  index: number,
): Promise<WriteRow> {
  const existing = await findByEmail(tx, orgId, module.apiName, email);
  return rowError('DUPLICATE_DATA', 'duplicate data', {
    api_name: 'Email',
    json_path: `$.data[${index}].Email`,
    duplicate_record: { id: existing?.id, module: { api_name: module.apiName } },
  });
}

/** The record of a module that carries an e-mail address. */
export async function findByEmail(
  tx: Tx,
  orgId: string,
  module: string,
  email: string,
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from record where org_id = ${orgId} and module = ${module} and lower(email) = lower(${email})`.execute(
    tx,
  );
  return rows[0];
}
