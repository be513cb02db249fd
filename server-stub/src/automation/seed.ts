import type { WorkflowRuleInput } from '@crm-elements/contract';
import { createHash } from 'node:crypto';
import type { Tx } from '../platform/db/database.js';
import { insertRule } from './rules/write-rules.js';

const rules: WorkflowRuleInput[] = [
  {
    name: 'Call new leads from the website',
    description: 'A task for the owner, due tomorrow.',
    module: 'Leads',
    active: true,
    trigger: 'create',
    criteria: '(Lead_Source:equals:Web Site)',
    actions: [
      {
        type: 'task',
        subject: 'Call ${Full_Name}',
        description: '${Full_Name} of ${Company} came by the website. Phone: ${Phone}',
        due_in_days: 1,
        priority: 'High',
        assign_to: 'owner',
      },
    ],
  },
  {
    name: 'Congratulate on a deal that was won',
    description: 'A mail to the owner when the stage becomes Closed Won.',
    module: 'Deals',
    active: true,
    trigger: 'field_update',
    fields: ['Stage'],
    criteria: '(Stage:equals:Closed Won)',
    actions: [
      {
        type: 'email_alert',
        to: ['owner'],
        subject: '${Deal_Name} is won',
        body: 'Congratulations, ${Owner.name}!\n\n${Deal_Name} with ${Account_Name} is won: ${Amount}, closing on ${Closing_Date}.',
      },
      {
        type: 'task',
        subject: 'Plan the start with ${Account_Name}',
        due_in_days: 7,
        priority: 'Normal',
        assign_to: 'owner',
      },
    ],
  },
  {
    name: 'Tell another system of new contacts',
    description: 'Switched off: set the address first.',
    module: 'Contacts',
    active: false,
    trigger: 'create_or_edit',
    criteria: null,
    actions: [{ type: 'webhook', url: 'https://example.test/contacts', method: 'POST' }],
  },
];

/** The same on every machine. */
const clientIdOf = (name: string) =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-7$3-8$4-$5');

/** A few rules that show what rules can do. */
export async function seedRules(tx: Tx, author: { orgId: string; userId: string }): Promise<void> {
  for (const rule of rules) await insertRule(tx, author, clientIdOf(rule.name), rule);
}
