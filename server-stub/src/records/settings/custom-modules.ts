import type { ModuleInput, WriteRow } from '@crm-elements/contract';
import { addModuleRights, removeModuleRights } from '../../identity/index.js';
import { nextId } from '../../platform/ids.js';
import type { CustomModule } from '../metadata/build.js';
import { announceMetadata } from '../metadata/store.js';
import type { Context, Module } from '../module.js';
import type { Platform } from '../platform.js';
import { removeModuleBelongings } from '../related/remove-belongings.js';
import { isId } from '../../crm-dialect/ids.js';
import { dropFieldIndex } from '../storage/indexes.js';
import { apiNameOf, isApiName } from './api-names.js';
import {
  done,
  duplicateSetting,
  invalidSetting,
  isTaken,
  requireText,
  SettingFault,
} from './setting-rows.js';

const MAX_MODULES = 200;
const LABEL_LENGTH = 50;

function readModule(input: ModuleInput, all: Module[]): Omit<CustomModule, 'id'> {
  const plural = requireText(input.plural_label, 'plural_label', LABEL_LENGTH);
  const singular = requireText(input.singular_label, 'singular_label', LABEL_LENGTH);
  const taken = new Set(all.map(({ apiName }) => apiName.toLowerCase()));
  const apiName = input.api_name ?? apiNameOf(plural, 'Module', taken);
  if (!isApiName(apiName)) throw invalidSetting('api_name');
  if (taken.has(apiName.toLowerCase())) throw duplicateSetting('api_name');
  if (all.filter(({ custom }) => custom).length >= MAX_MODULES)
    throw new SettingFault('LIMIT_EXCEEDED', `at most ${MAX_MODULES} custom modules`, 'plural_label', {
      limit: MAX_MODULES,
    });
  const { field_label: label = `${singular} Name`, data_type: dataType = 'text' } = input.display_field ?? {};
  return {
    apiName,
    singular,
    plural,
    nameField: {
      label: requireText(label, 'display_field', 100),
      dataType,
      ...(dataType === 'autonumber' && { autoNumber: { prefix: '', suffix: '', start: 1 } }),
    },
  };
}

/** @throws SettingFault */
export async function createModule(
  { database: { transact }, modules }: Platform,
  { access, modules: org }: Context,
  input: ModuleInput,
): Promise<WriteRow> {
  const { apiName, singular, plural, nameField } = readModule(input, org.all);
  const profiles = [...new Set(input.profiles?.map((profile) => profile.id))];
  if (!profiles.every(isId)) throw invalidSetting('profiles');
  const id = nextId();
  try {
    await transact(async (tx) => {
      await tx
        .insertInto('custom_module')
        .values({
          org_id: access.orgId,
          id,
          api_name: apiName,
          singular,
          plural,
          name_field: nameField,
          created_by: access.userId,
        })
        .execute();
      if (!(await addModuleRights(tx, access.orgId, apiName, profiles))) throw invalidSetting('profiles');
      await announceMetadata(tx);
    });
  } catch (error) {
    throw isTaken(error) ? duplicateSetting('api_name') : error;
  }
  modules.forget();
  return done('module created successfully', { id, api_name: apiName });
}

function checkCustom(module: Module): void {
  if (!module.custom) throw new SettingFault('NOT_ALLOWED', 'standard modules cannot be changed', 'api_name');
}

/** Changes the labels; the API name stays. @throws SettingFault */
export async function changeModule(
  { database: { transact }, modules }: Platform,
  { access }: Context,
  module: Module,
  input: ModuleInput,
): Promise<WriteRow> {
  checkCustom(module);
  const { plural_label: plural = module.plural, singular_label: singular = module.singular } = input;
  if (input.api_name !== undefined && input.api_name !== module.apiName) throw invalidSetting('api_name');
  await transact(async (tx) => {
    await tx
      .updateTable('custom_module')
      .set({
        plural: requireText(plural, 'plural_label', LABEL_LENGTH),
        singular: requireText(singular, 'singular_label', LABEL_LENGTH),
      })
      .where('org_id', '=', access.orgId)
      .where('id', '=', module.id)
      .execute();
    await announceMetadata(tx);
  });
  modules.forget();
  return done('module updated successfully', { id: module.id, api_name: module.apiName });
}

/** Removes a module with its fields and records. @throws SettingFault while lookups point into it */
export async function removeModule(
  { database: { db, transact }, modules }: Platform,
  { access, modules: org }: Context,
  module: Module,
): Promise<WriteRow> {
  checkCustom(module);
  const pointing = org.all.find(
    (other) => other !== module && other.fields.some(({ lookup }) => lookup === module.apiName),
  );
  if (pointing)
    throw new SettingFault('NOT_ALLOWED', 'lookup fields point into this module', 'api_name', {
      module: pointing.apiName,
    });
  await transact(async (tx) => {
    await removeModuleBelongings(tx, access.orgId, module.apiName);
    for (const table of ['record', 'deleted_record', 'mass_update', 'custom_field'] as const)
      await tx
        .deleteFrom(table)
        .where('org_id', '=', access.orgId)
        .where('module', '=', module.apiName)
        .execute();
    await removeModuleRights(tx, access.orgId, module.apiName);
    await tx
      .deleteFrom('custom_module')
      .where('org_id', '=', access.orgId)
      .where('id', '=', module.id)
      .execute();
    await announceMetadata(tx);
  });
  modules.forget();
  for (const field of module.fields) if (field.custom) await dropFieldIndex(db, field);
  return done('module deleted successfully', { id: module.id, api_name: module.apiName });
}
