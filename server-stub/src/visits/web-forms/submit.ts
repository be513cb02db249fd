import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../platform/db/database.js';
import { Failure, type FieldError } from '../../platform/http/failure.js';
import {
  findField,
  insertRecords,
  systemContext,
  type Context,
  type Module,
  type Modules,
} from '../../records/index.js';
import { markClaimed, type Resolved } from '../identify/find-record.js';
import { noteClaim, tieVisitor, type Visitor } from '../identify/tie.js';
import { completeRecord, findKnown, noteAnswers } from './known-record.js';
import { readAnswers } from './read-answers.js';
import type { FormRow } from './read-forms.js';

/** What was filled in, and by whom, where the page is tracked. */
export interface Submission {
  clientId: string;
  values: Record<string, string>;
  visitor: Visitor | undefined;
}

/**
 * Makes a record of what was filled in and ties the visit to it. Of somebody whom the CRM knows nothing is changed: what
 * they wrote becomes a note of theirs. Only a record that was made of this visitor's own words is completed by more of
 * them: the tracker, which hears of the form as well, may have been quicker.
 * @returns once for each client id; a repeat does nothing
 * @throws Failure invalid_input with the fields that are missing or wrong
 */
export async function submit(
  { transact }: Database,
  modules: Modules,
  form: FormRow,
  { clientId, values, visitor }: Submission,
): Promise<void> {
  await transact(async (tx) => {
    if (!(await isFirst(tx, form, clientId))) return;
    const context = await systemContext(tx, modules, form.org_id, await ownerOf(tx, form));
    const module = context.modules.find(form.module);
    const { row, faults } = readAnswers(module, form.fields, values);
    if (faults.length > 0) throw invalid(faults);
    const { record, isNew } = await findOrMake(tx, context, module, form, row);
    if (!isNew) {
      const isOwn = record.open && visitor !== undefined && (await isOf(tx, visitor, record));
      if (!isOwn || !(await completeRecord(tx, context, record, row)))
        await noteAnswers(tx, context, record, { form, values });
    }
    if (!visitor) return;
    if (record.open) await tieVisitor(tx, visitor, record);
    else await noteClaim(tx, visitor, record);
  });
}

const invalid = (errors: FieldError[]) =>
  new Failure(400, 'invalid_input', { detail: errors.map(({ message }) => message).join(' '), errors });

async function isFirst(tx: Tx, { org_id: orgId, id }: FormRow, clientId: string): Promise<boolean> {
  const { rows } = await sql`
    insert into web_form_submission (org_id, client_id, form_id) values (${orgId}, ${clientId}, ${id})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

/** After this no page sends a form again. */
export async function removeOldSubmissions(db: Db): Promise<void> {
  await sql`delete from web_form_submission where at < now() - interval '7 days'`.execute(db);
}

async function ownerOf(tx: Tx, form: FormRow): Promise<string> {
  if (form.portal_id === null) return form.owner_id;
  const { rows } = await sql<{ assigned_user_id: string }>`
    select assigned_user_id from portal where org_id = ${form.org_id} and id = ${form.portal_id}`.execute(tx);
  return rows[0]?.assigned_user_id ?? form.owner_id;
}

/** Whether a visit is of nobody yet, or of this record. */
async function isOf(tx: Tx, { orgId, visitId }: Visitor, { id }: Resolved): Promise<boolean> {
  const { rows } = await sql`
    select 1 from visit where org_id = ${orgId} and id = ${visitId} and coalesce(record_id, ${id}::bigint) = ${id}::bigint`.execute(
    tx,
  );
  return rows.length > 0;
}

interface Found {
  record: Resolved;
  isNew: boolean;
}

async function findOrMake(
  tx: Tx,
  context: Context,
  module: Module,
  form: FormRow,
  row: Record<string, unknown>,
): Promise<Found> {
  const known = await findKnown(tx, context, row);
  if (known) return { record: known, isNew: false };
  const source =
    findField(module, 'Lead_Source') && !('Lead_Source' in row) ? { Lead_Source: 'Web Site' } : {};
  const [answer] = await insertRecords(tx, context, module, [{ ...source, ...row }]);
  if (answer?.status === 'success') {
    const id = String(answer.details.id);
    await markClaimed(tx, form.org_id, id);
    return { record: { module: form.module, id, open: true }, isNew: true };
  }
  // The tracker made it in the same moment.
  const quicker = await findKnown(tx, context, row);
  if (quicker) return { record: quicker, isNew: false };
  const { api_name: name } = answer?.details ?? {};
  const field = typeof name === 'string' ? name : '';
  const label = form.fields.find((asked) => asked.api_name === field)?.label ?? field;
  throw invalid([{ path: `/values/${field}`, message: `${label}: ${answer?.message ?? 'is not valid'}.` }]);
}
