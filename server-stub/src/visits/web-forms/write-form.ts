import type { WebFormInput } from '@crm-elements/contract';
import { askableTypes } from '@crm-elements/contract/web-form-fields';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Principal } from '../../platform/auth/principal.js';
import type { Tx } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { nextId } from '../../platform/ids.js';
import { findField, type Context } from '../../records/index.js';
import { changePortal } from '../setup/change-portal.js';
import { readFormerForm, refuseTakenForm } from './former-form.js';

const refuse = (path: string, message: string) =>
  new Failure(400, 'invalid_input', { detail: `${path} ${message}`, errors: [{ path, message }] });

/** @throws Failure invalid_input at what the module or the organization does not have */
export async function checkForm(tx: Tx, { access, modules }: Context, input: WebFormInput): Promise<void> {
  const module = modules.find(input.module);
  const asked = new Set<string>();
  input.fields.forEach(({ api_name: name }, index) => {
    const field = findField(module, name);
    const path = `/fields/${index}/api_name`;
    if (!field || field.readOnly || !askableTypes.has(field.dataType))
      throw refuse(path, `is no field of ${module.plural} that a form can ask for`);
    if (asked.has(name)) throw refuse(path, 'is asked for twice');
    asked.add(name);
  });
  for (const field of module.fields)
    if (field.mandatory && !asked.has(field.apiName))
      throw refuse('/fields', `must ask for ${field.label}: every one of ${module.plural} has it`);
  if (input.embed_code_id === null) return;
  const { rows } = await sql`
    select 1 from portal_embed where org_id = ${access.orgId} and id = ${input.embed_code_id}`.execute(tx);
  if (rows.length === 0) throw refuse('/embed_code_id', 'is no embed code of the organization');
}

/** @returns its id */
export async function insertForm(tx: Tx, { orgId, userId }: Principal, input: WebFormInput): Promise<string> {
  const id = nextId();
  await sql`
    insert into web_form (org_id, id, key, name, module, fields, embed_id, return_url, former_code, owner_id)
    values (${orgId}, ${id}, ${randomBytes(12).toString('base64url')}, ${input.name.trim()}, ${input.module},
      ${JSON.stringify(input.fields)}::jsonb, ${input.embed_code_id}, ${input.return_url}, ${readFormerForm(input.former_code ?? null)}, ${userId})`
    .execute(tx)
    .catch(refuseTakenForm);
  return id;
}

const missing = () => new Failure(404, 'not_found', { detail: 'There is no such web form.' });

/** @throws Failure not_found, invalid_input, conflict */
export async function updateForm(tx: Tx, orgId: string, id: string, input: WebFormInput): Promise<void> {
  const { former_code: former } = input;
  const { rows } = await sql`
    update web_form set name = ${input.name.trim()}, module = ${input.module}, fields = ${JSON.stringify(input.fields)}::jsonb,
      embed_id = ${input.embed_code_id}, return_url = ${input.return_url},
      former_code = case when ${former === undefined} then former_code else ${readFormerForm(former ?? null)} end
    where org_id = ${orgId} and id = ${id} returning 1`
    .execute(tx)
    .catch(refuseTakenForm);
  if (rows.length === 0) throw missing();
}

/** @throws Failure not_found */
export async function deleteForm(tx: Tx, orgId: string, id: string): Promise<void> {
  const { rows } = await sql`delete from web_form where org_id = ${orgId} and id = ${id} returning 1`.execute(
    tx,
  );
  if (rows.length === 0) throw missing();
}

/** The portal by whose code a form is tracked comes into the CRM where there is none yet, VIS-139. */
export async function embedPortal(
  tx: Tx,
  orgId: string,
  { embed_code_id: codeId }: WebFormInput,
): Promise<void> {
  if (codeId === null) return;
  const { rows } = await sql<{ portal_id: string }>`
    select portal_id from portal_embed where org_id = ${orgId} and id = ${codeId}
      and not exists (select from portal where org_id = ${orgId} and associated)`.execute(tx);
  const portalId = rows[0]?.portal_id;
  if (portalId !== undefined) await changePortal(tx, orgId, portalId, { associated: true });
}
