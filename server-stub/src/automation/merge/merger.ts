import type { CrmRecord } from '@crm-elements/contract';
import type { Db } from '../../platform/db/database.js';
import { findField, readValues, type Context, type Field, type Module } from '../../records/index.js';
import { formatValue, plainValue, type Reader } from './format-value.js';
import { fillIn, placeholdersOf, solePlaceholder } from './placeholders.js';

interface Merged {
  value: unknown;
  type: Field['dataType'] | undefined;
}

/** Puts the values of one record into the texts of a rule. */
export interface Merger {
  readonly record: CrmRecord;
  readonly module: Module;
  /** For people. */
  text(text: string): string;
  /** For programs. */
  plain(text: string): string;
  /** A value to be written: a text that is one merge field takes the value of that field as it is. */
  value(value: unknown): unknown;
}

/** Reads what the texts need beyond the record: fields of the records that its lookups lead to. */
export async function createMerger(
  db: Db,
  context: Context,
  module: Module,
  record: CrmRecord,
  texts: unknown,
  reader: Reader,
): Promise<Merger> {
  const names = [...new Set(placeholdersOf(JSON.stringify(texts)))];
  const merged = new Map<string, Merged>();
  for (const name of names) merged.set(name, await resolve(db, context, module, record, name));
  const valueOf = (name: string) => merged.get(name)?.value;
  return {
    record,
    module,
    text: (text) => fillIn(text, (name) => formatValue(valueOf(name), merged.get(name)?.type, reader)),
    plain: (text) => fillIn(text, (name) => plainValue(valueOf(name))),
    value(value) {
      if (typeof value !== 'string') return value;
      const sole = solePlaceholder(value);
      return sole === undefined
        ? fillIn(value, (name) => plainValue(valueOf(name)))
        : (valueOf(sole) ?? null);
    },
  };
}

async function resolve(
  db: Db,
  context: Context,
  module: Module,
  record: CrmRecord,
  name: string,
): Promise<Merged> {
  const [first = '', part] = name.split('.');
  const field = findField(module, first);
  const value = own(record, first);
  if (part === undefined) return { value, type: field?.dataType };
  if (field?.dataType !== 'lookup') return { value: own(value, part), type: undefined };
  const id = own(value, 'id');
  const target = targetOf(context, field, value);
  if (!target || typeof id !== 'string') return { value: undefined, type: undefined };
  const [found] = await readValues(db, context, target, [{ id }], [part]);
  return { value: own(found, part), type: findField(target, part)?.dataType };
}

/** The module that a lookup leads into; one into any module says it with its value. */
function targetOf({ modules }: Context, { lookup }: Field, value: unknown): Module | undefined {
  const named = own(own(value, 'module'), 'api_name') ?? lookup;
  return modules.all.find(({ apiName }) => apiName === named);
}

function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
