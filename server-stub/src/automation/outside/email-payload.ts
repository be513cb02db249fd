import type { CrmRecord, WorkflowAction } from '@crm-elements/contract';
import { findOrgName, findPeople } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import { readValues, type Context, type Module } from '../../records/index.js';
import type { Merger } from '../merge/merger.js';
import { emailFieldOf } from '../rules/modules.js';
import type { EmailPayload } from './payload.js';

type EmailAction = Extract<WorkflowAction, { type: 'email_alert' }>;
type Recipient = EmailPayload['to'][number];

/** The mail of an alert, to everybody who has an address, once each. */
export async function emailPayload(
  db: Db,
  context: Context,
  action: EmailAction,
  merger: Merger,
): Promise<EmailPayload> {
  const { orgId } = context.access;
  const ofRecord: Recipient | [] = action.to.includes('record')
    ? await findOwnAddress(db, context, merger)
    : [];
  const owner = merger.record.Owner as { id: string } | null | undefined;
  const userOf = (to: EmailAction['to'][number]) =>
    to === 'owner' ? owner?.id : typeof to === 'object' && 'user' in to ? to.user : undefined;
  const people = await findPeople(
    db,
    orgId,
    action.to.flatMap((to) => userOf(to) ?? []),
  );
  const recipients = action.to.flatMap((to): Recipient | [] => {
    if (to === 'record') return ofRecord;
    if (typeof to === 'object' && 'email' in to) return { email: to.email, proved: false };
    const person = people.get(userOf(to) ?? '');
    return person ? { email: person.email, name: person.name, proved: true } : [];
  });
  return {
    type: 'email_alert',
    from: await findOrgName(db, orgId),
    to: [...new Map(recipients.map((each) => [each.email.toLowerCase(), each])).values()],
    subject: merger.text(action.subject),
    text: merger.text(action.body),
  };
}

/** The address of the record, or of the person whom it is about. */
async function findOwnAddress(db: Db, context: Context, { module, record }: Merger): Promise<Recipient | []> {
  const lookup = module.workflow?.person;
  if (lookup === undefined) return addressOf(module, record);
  const { id, module: of } = (record[lookup] ?? {}) as { id?: string | null; module?: { api_name: string } };
  const target = context.modules.all.find(({ apiName }) => apiName === of?.api_name);
  const [person] = target && id ? await readValues(db, context, target, [{ id }]) : [];
  return target && person ? addressOf(target, person) : [];
}

function addressOf(module: Module, record: CrmRecord): Recipient | [] {
  const email = record[emailFieldOf(module)?.apiName ?? ''];
  const name = record[module.nameField ?? ''];
  if (typeof email !== 'string') return [];
  return { email, proved: false, ...(typeof name === 'string' && { name }) };
}
