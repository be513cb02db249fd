import type { CrmRecord, WorkflowAction } from '@crm-elements/contract';
import { findOrgName, findPeople } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import type { Context, Module } from '../../records/index.js';
import { findPerson, ownerOf } from '../merge/find-person.js';
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
  const person = await findPerson(db, context, merger);
  const ofRecord: Recipient | [] = person ? addressOf(person) : [];
  const userOf = (to: EmailAction['to'][number]) =>
    to === 'owner' ? ownerOf(person) : typeof to === 'object' && 'user' in to ? to.user : undefined;
  const people = await findPeople(
    db,
    orgId,
    action.to.flatMap((to) => userOf(to) ?? []),
  );
  const recipients = action.to.flatMap((to): Recipient | [] => {
    if (to === 'record') return ofRecord;
    if (typeof to === 'object' && 'email' in to) return { email: to.email, proved: false };
    const user = people.get(userOf(to) ?? '');
    return user ? { email: user.email, name: user.name, proved: true } : [];
  });
  return {
    type: 'email_alert',
    from: await findOrgName(db, orgId),
    to: [...new Map(recipients.map((each) => [each.email.toLowerCase(), each])).values()],
    subject: merger.text(action.subject),
    text: merger.text(action.body),
  };
}

function addressOf({ module, record }: { module: Module; record: CrmRecord }): Recipient | [] {
  const email = record[emailFieldOf(module)?.apiName ?? ''];
  const name = record[module.nameField ?? ''];
  if (typeof email !== 'string') return [];
  return { email, proved: false, recordId: record.id, ...(typeof name === 'string' && { name }) };
}
