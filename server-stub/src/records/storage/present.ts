import type { CrmRecord } from '@crm-elements/contract';
import { findUsers, type UserReference } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import { crmTime } from '../../crm-dialect/time.js';
import { ANY_MODULE, fieldTypes, type Field } from '../fields/index.js';
import { findNoteExtras } from '../notes/note-extras.js';
import type { Context, Module, OrgModules } from '../module.js';
import { hasPhotos, photoOf } from '../photo/photo.js';
import { findTags, type Tag } from '../tags/find-tags.js';
import { findReferences, targetsOf, type Reference } from './references.js';
import { readOutsideValues, type OutsideValues } from './outside-values.js';
import type { StoredRecord } from './select.js';

interface Known {
  outside: OutsideValues;
  tags: Map<string, Tag>;
  modules: OrgModules;
  users: Map<string, UserReference>;
  references: Map<string, Reference>;
}

/** Stored value of a field: of its column, or of its key in `data`. */
export function storedValue(row: StoredRecord, field: Field): unknown {
  if ('value' in field.kept) return undefined;
  return 'column' in field.kept
    ? (row as unknown as Record<string, unknown>)[field.kept.column]
    : row.data[field.kept.key];
}

/** Turns rows into records as the API shows them. @param names the fields to show; all when absent */
export async function presentRecords(
  db: Db,
  context: Context,
  module: Module,
  rows: StoredRecord[],
  names?: string[],
): Promise<CrmRecord[]> {
  const shown = names ? module.fields.filter(({ apiName }) => names.includes(apiName)) : module.fields;
  const idsIn = (fields: Field[]) =>
    rows
      .flatMap((row) => fields.map((field) => storedValue(row, field) as string | undefined))
      .filter((id) => typeof id === 'string');
  const lookups = shown.filter(({ dataType }) => dataType === 'lookup');
  const owners = shown.filter(({ dataType }) => dataType === 'ownerlookup');
  const targets = new Set(lookups.flatMap((field) => targetsOf(context, field)));
  const tagged = shown.filter(({ dataType }) => dataType === 'tag');
  const known: Known = {
    outside: await readOutsideValues(db, context.access.orgId, rows, shown),
    tags: await findTags(
      db,
      context.access.orgId,
      rows.flatMap((row) => tagged.flatMap((field) => (storedValue(row, field) ?? []) as string[])),
    ),
    modules: context.modules,
    users: await findUsers(db, context.access.orgId, idsIn(owners)),
    references: await findReferences(db, context, [...targets], idsIn(lookups)),
  };
  const noteExtras =
    module.apiName === 'Notes'
      ? await findNoteExtras(
          db,
          context.access.orgId,
          rows.map(({ id }) => id),
        )
      : undefined;
  return rows.map((row) => {
    const record: CrmRecord = { id: row.id };
    const beside = { ...extras(row, module), ...seModule(row, module, known), ...noteExtras?.(row.id) };
    for (const field of shown)
      record[field.apiName] = show(
        known.outside.get(row.id)?.get(field) ?? storedValue(row, field),
        field,
        known,
      );
    for (const [name, value] of Object.entries(beside))
      if (!names || names.includes(name)) record[name] = value;
    module.rows?.complete?.(row as unknown as Record<string, unknown>, record);
    return record;
  });
}

/** Module of the record that a row is about, where its field may lead into any: as version 2 tells it. */
function seModule(row: StoredRecord, module: Module, { references }: Known): Record<string, unknown> {
  const field = module.fields.find(({ lookup }) => lookup === ANY_MODULE);
  return field ? { $se_module: references.get(storedValue(row, field) as string)?.module ?? null } : {};
}

function show(stored: unknown, field: Field, { modules, users, references, tags }: Known): unknown {
  if (field.dataType === 'tag') return ((stored ?? []) as string[]).flatMap((id) => tags.get(id) ?? []);
  if (stored === undefined || stored === null) return null;
  if (field.dataType === 'ownerlookup') return users.get(stored as string) ?? null;
  if (field.dataType === 'lookup') {
    const reference = references.get(stored as string);
    if (!reference) return null;
    const { id, name, module } = reference;
    if (field.lookup !== ANY_MODULE) return { id, name };
    return { id, name, module: { api_name: module, id: modules.find(module).id } };
  }
  if (stored instanceof Date) return crmTime(stored);
  // A column holds numbers exactly, and the driver gives them as texts.
  if (typeof stored === 'string' && fieldTypes[field.dataType].sqlType === 'numeric') return Number(stored);
  return fieldTypes[field.dataType].present?.(stored) ?? stored;
}

/** What a record says beside its fields. */
function extras(row: StoredRecord, module: Module): Record<string, unknown> {
  return {
    $editable: row.editable,
    $approval_state: 'approved',
    $currency_symbol: '$',
    ...(hasPhotos(module) && { Record_Image: photoOf(row)?.id ?? null }),
    ...(module.apiName === 'Leads' && {
      $converted: row.converted,
      ...(row.converted && { $converted_detail: row.data.$converted_detail }),
    }),
  };
}
