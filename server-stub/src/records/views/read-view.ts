import type { CustomViewInput } from '@crm-elements/contract';
import {
  checkCriteria,
  CriteriaError,
  criteriaFromJson,
  type Criteria,
} from '@crm-elements/contract/criteria';
import { columnsOf } from '../criteria/columns.js';
import { findField, type Context, type Module } from '../module.js';
import { invalidSetting, requireText } from '../settings/setting-rows.js';
import { accessTypes, type View } from './view.js';

const NAME_LENGTH = 100;

/** A view with what a request says of it. @throws SettingFault */
export function readView(input: CustomViewInput, before: View, context: Context, module: Module): View {
  const view = { ...before };
  if (input.name !== undefined || before.name === '')
    view.name = requireText(input.name, 'name', NAME_LENGTH);
  if (input.criteria !== undefined) view.criteria = readCriteria(input.criteria, context, module);
  if (input.fields !== undefined) view.fields = readFields(input.fields, module);
  if (input.access_type !== undefined) {
    const accessType = accessTypes.find((type) => type === input.access_type);
    if (!accessType) throw invalidSetting('access_type', { supported_values: accessTypes });
    view.accessType = accessType;
  }
  return view;
}

function readCriteria(json: unknown, context: Context, module: Module): Criteria | undefined {
  if (json === null) return undefined;
  try {
    const criteria = criteriaFromJson(json);
    checkCriteria(criteria, (field) => columnsOf(context, module)(field)?.type);
    return criteria;
  } catch (error) {
    if (!(error instanceof CriteriaError)) throw error;
    throw invalidSetting('criteria', {
      reason: error.message,
      ...(error.where.field !== undefined && { field: error.where.field }),
    });
  }
}

function readFields(fields: CustomViewInput['fields'], module: Module): string[] | null {
  const names = fields?.map((field) => field.api_name) ?? null;
  const unknown = names?.find((name) => !findField(module, name));
  if (unknown !== undefined) throw invalidSetting('fields', { field: unknown });
  return names?.length ? [...new Set(names)] : null;
}
