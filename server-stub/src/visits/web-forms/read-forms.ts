import type { WebForm } from '@crm-elements/contract';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { htmlOf } from './form-html.js';

export interface FormRow {
  org_id: string;
  id: string;
  key: string;
  name: string;
  module: WebForm['module'];
  fields: WebForm['fields'];
  embed_id: string | null;
  return_url: string | null;
  former_code: string | null;
  /** Who made the form: owner of the records where no portal says another. */
  owner_id: string;
  portal_id: string | null;
  portal_name: string | null;
  /** Public key of the embed code. */
  portal_key: string | null;
}

/** Forms with the portal that they are tracked by, oldest first. */
export async function findForms(db: Db, where: RawBuilder<SqlBool>): Promise<FormRow[]> {
  const { rows } = await sql<FormRow>`
    select f.org_id, f.id, f.key, f.name, f.module, f.fields, f.embed_id, f.return_url, f.former_code, f.owner_id,
      p.id as portal_id, p.name as portal_name, e.public_key as portal_key
    from web_form f
    left join portal_embed e on e.org_id = f.org_id and e.id = f.embed_id
    left join portal p on p.org_id = e.org_id and p.id = e.portal_id
    where ${where} order by f.id`.execute(db);
  return rows;
}

/** A form as its owner sees it. @param origin of the backend, as the reader reaches it */
export function toWebForm(row: FormRow, origin: string): WebForm {
  const tracker =
    row.portal_key === null
      ? ''
      : `<script async src="${origin}/embed.js" data-portal="${row.portal_key}"></script>\n`;
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    module: row.module,
    fields: row.fields,
    embed_code_id: row.embed_id,
    return_url: row.return_url,
    former_code: row.former_code,
    portal:
      row.portal_id === null || row.portal_name === null
        ? null
        : { id: row.portal_id, name: row.portal_name },
    code: tracker + htmlOf(row, origin),
    element_code: `${tracker}<script type="module" src="${origin}/cdn/elements/web-form.js"></script>
<crm-web-form form-key="${row.key}"></crm-web-form>`,
  };
}
