import type { FieldInput, WriteRow } from '@crm-elements/contract';
import { nextId } from '../../platform/ids.js';
import { customField } from '../metadata/build.js';
import { announceMetadata } from '../metadata/store.js';
import type { Context, Module } from '../module.js';
import type { Platform } from '../platform.js';
import type { Field, FieldSpec } from '../fields/index.js';
import { createFieldIndex, dropFieldIndex } from '../storage/indexes.js';
import { announceField } from './events.js';
import { readChangedField, readNewField } from './read-field.js';
import { done, duplicateSetting, invalidSetting, isTaken, SettingFault } from './setting-rows.js';

const MAX_FIELDS = 300;
const MAX_INDEXED = 10;

const isIndexed = ({ unique, searchable }: FieldSpec) => unique === true || searchable === true;

function checkRoom(module: Module, spec: FieldSpec, besides?: Field): void {
  // What is not written here is not looked up or compared by an index here either.
  if (!module.writable && isIndexed(spec)) throw invalidSetting(spec.unique ? 'unique' : 'searchable');
  const custom = module.fields.filter((field) => field.custom && field !== besides);
  if (custom.length >= MAX_FIELDS)
    throw new SettingFault('LIMIT_EXCEEDED', `at most ${MAX_FIELDS} custom fields`, 'field_label', {
      limit: MAX_FIELDS,
    });
  if (isIndexed(spec) && custom.filter(isIndexed).length >= MAX_INDEXED)
    throw new SettingFault(
      'LIMIT_EXCEEDED',
      `at most ${MAX_INDEXED} unique or searchable custom fields`,
      'unique',
      {
        limit: MAX_INDEXED,
      },
    );
}

/** Makes a field; its index first, so that no value goes by unchecked. @throws SettingFault */
export async function createField(
  { database: { db, transact }, modules }: Platform,
  { access, modules: org }: Context,
  module: Module,
  input: FieldInput,
): Promise<WriteRow> {
  const spec = readNewField(input, module, org);
  checkRoom(module, spec);
  const field = customField({ id: nextId(), spec });
  if (isIndexed(spec)) await createFieldIndex(db, access.orgId, module.apiName, field);
  try {
    await transact(async (tx) => {
      await tx
        .insertInto('custom_field')
        .values({
          org_id: access.orgId,
          id: field.id,
          module: module.apiName,
          api_name: spec.apiName,
          spec,
          created_by: access.userId,
        })
        .execute();
      await announceMetadata(tx);
      await announceField(tx, access.orgId, module.apiName, field.id);
    });
  } catch (error) {
    await dropFieldIndex(db, field);
    throw isTaken(error) ? duplicateSetting('api_name') : error;
  }
  modules.forget();
  return done('field created', { id: field.id, api_name: spec.apiName });
}

/** The custom field that a request names. @throws SettingFault for a field that is not custom, or none */
function findCustom(module: Module, id: string): Field {
  const field = module.fields.find((each) => each.id === id);
  if (!field) throw new SettingFault('INVALID_DATA', 'the id given seems to be invalid', 'id');
  if (!field.custom) throw new SettingFault('NOT_ALLOWED', 'standard fields cannot be changed', 'id');
  return field;
}

/** @throws SettingFault */
export async function changeField(
  { database: { db, transact }, modules }: Platform,
  { access }: Context,
  module: Module,
  id: string,
  input: FieldInput,
): Promise<WriteRow> {
  const before = findCustom(module, id);
  const spec = readChangedField(input, before);
  checkRoom(module, spec, before);
  const field = customField({ id, spec });
  const reindexed = isIndexed(spec) !== isIndexed(before) || spec.unique !== before.unique;
  if (reindexed && isIndexed(spec)) {
    try {
      await createFieldIndex(db, access.orgId, module.apiName, field);
    } catch (error) {
      throw isTaken(error) ? duplicateSetting('unique') : error;
    }
  }
  await transact(async (tx) => {
    await tx
      .updateTable('custom_field')
      .set({ spec })
      .where('org_id', '=', access.orgId)
      .where('id', '=', id)
      .execute();
    await announceMetadata(tx);
    await announceField(tx, access.orgId, module.apiName, id);
  });
  modules.forget();
  if (reindexed) await dropFieldIndex(db, before, isIndexed(spec) ? field : undefined);
  return done('field updated', { id });
}

/** @throws SettingFault */
export async function removeField(
  { database: { db, transact }, modules }: Platform,
  { access }: Context,
  module: Module,
  id: string,
): Promise<WriteRow> {
  const field = findCustom(module, id);
  await transact(async (tx) => {
    await tx.deleteFrom('custom_field').where('org_id', '=', access.orgId).where('id', '=', id).execute();
    await announceMetadata(tx);
  });
  modules.forget();
  await dropFieldIndex(db, field);
  return done('field deleted', { id });
}
