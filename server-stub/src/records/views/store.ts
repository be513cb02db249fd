import { criteriaFromJson, criteriaToJson } from '@crm-elements/contract/criteria';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import type { Context, Module } from '../module.js';
import { standardViews } from './standard-views.js';
import type { View } from './view.js';

/** Views of a module that the user may use: those that every module has, then those that were made. */
export async function readViews(db: Db, { access }: Context, module: Module): Promise<View[]> {
  const rows = await db
    .selectFrom('custom_view')
    .select([
      'id',
      'name',
      'criteria',
      sql<string[] | null>`fields`.as('fields'),
      'access_type',
      'created_by',
    ])
    .where('org_id', '=', access.orgId)
    .where('module_id', '=', module.id)
    .where((row) => row.or([row('access_type', '=', 'public'), row('created_by', '=', access.userId)]))
    .orderBy('id')
    .execute();
  const made = rows.map((row) => ({
    id: row.id,
    name: row.name,
    systemName: null,
    default: false,
    criteria: row.criteria ? criteriaFromJson(row.criteria) : undefined,
    fields: row.fields,
    accessType: row.access_type,
    createdBy: row.created_by,
  }));
  return [...standardViews(module), ...made];
}

/** Keeps a view: a new one, or the new state of one. @throws Error 23505 when the name is taken */
export async function saveView(db: Db, { access }: Context, module: Module, view: View): Promise<void> {
  const { id, name, criteria, fields, accessType } = view;
  const changed = {
    name,
    criteria: criteria ? criteriaToJson(criteria) : null,
    fields: fields && JSON.stringify(fields),
    access_type: accessType,
  };
  await db
    .insertInto('custom_view')
    .values({ org_id: access.orgId, id, module_id: module.id, created_by: access.userId, ...changed })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(changed))
    .execute();
}

export async function removeView(db: Db, { access }: Context, { id }: View): Promise<void> {
  await db.deleteFrom('custom_view').where('org_id', '=', access.orgId).where('id', '=', id).execute();
}
