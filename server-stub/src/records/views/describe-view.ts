import { criteriaToJson } from '@crm-elements/contract/criteria';
import { findField, type Module } from '../module.js';
import type { View } from './view.js';

/** A list view as `settings/custom_views` tells it. */
export const describeView = (view: View, module: Module) => ({
  id: view.id,
  name: view.name,
  display_value: view.name,
  system_name: view.systemName,
  system_defined: view.systemName !== null,
  default: view.default,
  category: view.accessType === 'public' ? 'public_views' : 'created_by_me',
  access_type: view.accessType,
  criteria: view.criteria ? criteriaToJson(view.criteria) : null,
  fields: view.fields?.map((name) => ({ api_name: name, id: findField(module, name)?.id ?? null })) ?? null,
  sort_by: view.sort ? { api_name: view.sort.by, id: findField(module, view.sort.by)?.id ?? null } : null,
  sort_order: view.sort?.order ?? null,
  shared_to: null,
  favorite: null,
  locked: false,
});
