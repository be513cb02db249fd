import type { WriteRow } from '@crm-elements/contract';
import type { Answer } from '../../platform/http/serve-route.js';
import { rowError } from '../../crm-dialect/failure.js';

/** What is wrong with one property of a module, field or list view; becomes a row of the answer. */
export class SettingFault extends Error {
  constructor(
    readonly code:
      'MANDATORY_NOT_FOUND' | 'DUPLICATE_DATA' | 'INVALID_DATA' | 'LIMIT_EXCEEDED' | 'NOT_ALLOWED',
    message: string,
    readonly property: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

export const missing = (property: string) =>
  new SettingFault('MANDATORY_NOT_FOUND', 'required field not found', property);
export const invalidSetting = (property: string, details: Record<string, unknown> = {}) =>
  new SettingFault('INVALID_DATA', 'invalid data', property, details);
export const duplicateSetting = (property: string) =>
  new SettingFault('DUPLICATE_DATA', 'duplicate data', property);

/** @throws SettingFault when the text is missing, blank or cannot be stored */
export function requireText(value: string | undefined, property: string, maximum: number): string {
  const text = value?.trim();
  if (!text) throw missing(property);
  if (text.includes('\0')) throw invalidSetting(property);
  if (text.length > maximum) throw invalidSetting(property, { maximum_length: maximum });
  return text.toWellFormed();
}

/** Does each item on its own; a fault becomes its row. @param list `modules`, `fields` or `custom_views`, for the path in the request */
export async function settingRows<T>(
  list: string,
  items: T[],
  work: (item: T) => Promise<WriteRow>,
): Promise<WriteRow[]> {
  const rows: WriteRow[] = [];
  for (const [index, item] of items.entries()) {
    try {
      rows.push(await work(item));
    } catch (error) {
      if (!(error instanceof SettingFault)) throw error;
      const { code, message, property, details } = error;
      const where = { api_name: property, json_path: `$.${list}[${index}].${property}` };
      rows.push(rowError(code, message, { ...details, ...where }));
    }
  }
  return rows;
}

/** Rows as an answer: refused when all are bad, 207 when some are. @param good status when none is */
export function answerSettings(list: string, rows: WriteRow[], good: number): Answer {
  const bad = rows.filter(({ status }) => status === 'error').length;
  const status = bad === 0 ? good : bad < rows.length ? 207 : 400;
  return { status, body: { [list]: rows } };
}

export const done = (message: string, details: Record<string, unknown>): WriteRow => ({
  code: 'SUCCESS',
  details,
  message,
  status: 'success',
});

/** Whether the database refused a name because it is taken. */
export const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505';
