import type { WebForm } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';

const fields: WebForm['fields'] = [
  { api_name: 'First_Name', label: 'First name', required: false },
  { api_name: 'Last_Name', label: 'Last name', required: true },
  { api_name: 'Email', label: 'E-mail', required: true },
  { api_name: 'No_of_Employees', label: 'How many are you?', required: false },
  { api_name: 'Description', label: 'What would you like to see?', required: false },
];

interface Seed {
  orgId: string;
  /** The form is tracked by the first code of this portal. */
  portalId: string;
  ownerId: string;
}

/** The form of the demo shop, under a key that the shop's page names. */
export async function seedWebForm(tx: Tx, { orgId, portalId, ownerId }: Seed): Promise<void> {
  await sql`
    insert into web_form (org_id, id, key, name, module, fields, embed_id, owner_id)
    select org_id, ${nextId()}::bigint, 'demo-workshop', 'Visit of the workshop', 'Leads', ${JSON.stringify(fields)}::jsonb, id, ${ownerId}::bigint
    from portal_embed where org_id = ${orgId} and portal_id = ${portalId} order by id limit 1`.execute(tx);
}
