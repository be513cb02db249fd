import type { WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import { crmTime } from '../../crm-dialect/time.js';
import { rowError } from '../../crm-dialect/failure.js';
import { findField, type Context } from '../module.js';
import { moveBelongings } from '../related/move-belongings.js';
import { rowsOf } from '../storage/visibility.js';
import { findReferences } from '../storage/references.js';
import { selectRecords, type StoredRecord } from '../storage/select.js';
import type { InputRow } from '../write/draft.js';
import { findByValues } from '../write/duplicates.js';
import { announceRecords, LEAD_CONVERTED, RECORD_UPDATED } from '../write/events.js';
import { insertRecords } from '../write/insert.js';
import { accountOf, contactOf } from './field-map.js';

export interface Conversion {
  Accounts?: { id: string };
  Contacts?: { id: string };
  Deals?: InputRow;
  assign_to?: { id: string };
}

/** A conversion that cannot be done; nothing of it stays. */
export class ConversionRefused extends Error {
  constructor(readonly row: WriteRow) {
    super(row.message);
  }
}

interface Made {
  id: string;
  name: string;
}

const invalidId = (path: string, id: string) =>
  new ConversionRefused(
    rowError('INVALID_DATA', 'the id given seems to be invalid', { id, json_path: `$.data[0].${path}` }),
  );

/**
 * Turns a lead into a contact, an account where it names a company, and a deal where one is asked for. Those
 * that exist already, by e-mail address or name, are used. The contact gets the lead's notes and files.
 * @throws ConversionRefused
 */
export async function convertLead(
  tx: Tx,
  context: Context,
  id: string,
  given: Conversion,
): Promise<WriteRow> {
  const lead = await lockLead(tx, context, id);
  const owner = given.assign_to?.id ?? lead.owner_id;
  const account = await find(tx, context, 'Accounts', given.Accounts, 'Account_Name', lead.data.Company);
  const accounts =
    account ??
    (lead.data.Company === undefined
      ? null
      : await make(tx, context, 'Accounts', { ...accountOf(lead.data), Owner: owner }));
  const contact = await find(tx, context, 'Contacts', given.Contacts, 'Email', lead.data.Email);
  const contacts =
    contact ??
    (await make(tx, context, 'Contacts', {
      ...contactOf(lead.data),
      Account_Name: accounts?.id,
      Owner: owner,
    }));
  const deals = given.Deals
    ? await make(tx, context, 'Deals', {
        Owner: owner,
        Lead_Source: lead.data.Lead_Source,
        ...given.Deals,
        Account_Name: accounts?.id,
        Contact_Name: contacts.id,
      })
    : null;
  await moveBelongings(
    tx,
    context.access.orgId,
    { module: 'Leads', id },
    { module: 'Contacts', id: contacts.id },
  );
  await closeLead(tx, context, lead, { Accounts: accounts, Contacts: contacts, Deals: deals });
  return {
    code: 'SUCCESS',
    details: { Contacts: contacts, Deals: deals, Accounts: accounts },
    message: 'The record has been converted successfully',
    status: 'success',
  };
}

async function lockLead(tx: Tx, context: Context, id: string): Promise<StoredRecord> {
  const leads = context.modules.find('Leads');
  const [lead] = await selectRecords(tx, context, leads, sql`record.id = ${id} for update`, 'edit');
  if (!lead) throw invalidId('id', id);
  if (lead.converted)
    throw new ConversionRefused(rowError('ID_ALREADY_CONVERTED', 'id already converted', { id }));
  return lead;
}

/** The record that is given, or the visible one that has the lead's value already. */
async function find(
  tx: Tx,
  context: Context,
  moduleName: string,
  given: { id: string } | undefined,
  fieldName: string,
  value: unknown,
): Promise<Made | undefined> {
  const module = context.modules.find(moduleName);
  const field = findField(module, fieldName);
  const { access } = context;
  if (!given && (value === undefined || !field)) return undefined;
  const id =
    given?.id ??
    (field && (await findByValues(tx, access.orgId, module, field, [value], rowsOf(access, module)))[0]?.id);
  if (id === undefined) return undefined;
  const found = (await findReferences(tx, context, [module], [id])).get(id);
  if (!found) throw invalidId(`${moduleName}.id`, id);
  return { name: found.name, id };
}

async function make(tx: Tx, context: Context, moduleName: string, row: InputRow): Promise<Made> {
  const module = context.modules.find(moduleName);
  const [answer] = await insertRecords(tx, context, module, [row]);
  if (answer?.status !== 'success') {
    const { details, code = 'INVALID_DATA', message = 'invalid data' } = answer ?? {};
    const path = `$.data[0].${moduleName}.${String(details?.api_name)}`;
    throw new ConversionRefused(rowError(code, message, { ...details, json_path: path }));
  }
  const id = String(answer.details.id);
  const made = (await findReferences(tx, context, [module], [id])).get(id);
  return { name: made?.name ?? '', id };
}

async function closeLead(
  tx: Tx,
  context: Context,
  lead: StoredRecord,
  made: Record<'Accounts' | 'Contacts' | 'Deals', Made | null>,
): Promise<void> {
  const { orgId, userId } = context.access;
  const now = new Date();
  const detail = {
    account: made.Accounts?.id ?? null,
    contact: made.Contacts?.id ?? null,
    deal: made.Deals?.id ?? null,
    converted_by: userId,
    convert_date: crmTime(now).slice(0, 10),
  };
  await sql`
    update record set converted = true, modified_by = ${userId}, modified_time = ${now},
      data = data || ${JSON.stringify({ $converted_detail: detail })}::jsonb
    where org_id = ${orgId} and id = ${lead.id}`.execute(tx);
  const changes = { $converted: { old: false, new: true } };
  await announceRecords(tx, context, context.modules.find('Leads'), RECORD_UPDATED, [
    { id: lead.id, changes },
  ]);
  await appendEvents(tx, [
    { orgId, topic: LEAD_CONVERTED, key: lead.id, payload: { contactId: made.Contacts?.id } },
  ]);
}
