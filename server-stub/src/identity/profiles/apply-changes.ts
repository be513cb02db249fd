import type { RowReader } from '../crm/row-reader.js';
import type { Permission } from './permission-catalog.js';

const FIELD = 'permissions_details';
const MAX_CHANGES = 2_000;

interface Change {
  id?: unknown;
  enabled?: unknown;
}

/**
 * What a profile allows after the changes of a row, `permissions_details: [{ id, enabled }]`. What is
 * under a right that was taken away goes with it, unless the row asks for it.
 * @throws RowError INVALID_DATA
 */
export function applyChanges(catalog: Permission[], granted: string[], reader: RowReader): string[] {
  const changes = readChanges(reader);
  const byId = new Map(catalog.map((permission) => [permission.id, permission]));
  const allowed = new Set(granted);
  const asked = new Set<string>();
  for (const [index, { id, enabled }] of changes.entries()) {
    const where = { api_name: 'id', json_path: `${reader.path}.${FIELD}[${index}].id` };
    const permission = byId.get(String(id));
    if (!permission) throw reader.invalid(FIELD, where, 'Invalid permission ID');
    if (typeof enabled !== 'boolean')
      throw reader.invalid(FIELD, { ...where, expected_data_type: 'boolean' });
    if (enabled) allowed.add(permission.key);
    else allowed.delete(permission.key);
    if (enabled) asked.add(permission.key);
  }
  for (const { key, parent } of catalog) {
    if (parent === null || allowed.has(parent) || !allowed.has(key)) continue;
    if (asked.has(key)) throw reader.invalid(FIELD, {}, `${parent} has to be enabled before ${key}`);
    allowed.delete(key);
  }
  return [...allowed];
}

function readChanges(reader: RowReader): Change[] {
  const value = reader.row[FIELD];
  if (value === undefined || value === null) return [];
  const isObject = (change: unknown) => typeof change === 'object' && change !== null;
  if (!Array.isArray(value) || value.length > MAX_CHANGES || !value.every(isObject))
    throw reader.invalid(FIELD, { expected_data_type: 'jsonarray' });
  return value;
}
