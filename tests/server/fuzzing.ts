import { api, openapi } from '@crm-elements/contract';
import fc, { type Arbitrary } from 'fast-check';

type Json = Record<string, unknown>;

/** A field as `settings/fields` tells it. */
export interface FieldDescription {
  api_name: string;
  data_type: string;
  json_type: string;
  length: number;
  decimal_place: number | null;
  read_only: boolean;
  system_mandatory: boolean;
  lookup: { module?: { api_name: string } };
  pick_list_values: { actual_value: string }[];
}

/** What the generator knows of the organization it writes to. */
export interface Terrain {
  fields: Map<string, FieldDescription[]>;
  /** Ids of records that exist, by module. */
  records: Map<string, string[]>;
  users: string[];
  /** Ids that exist, of any kind and in any organization. */
  ids: string[];
}

export interface FuzzRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  body: unknown;
}

const hostile = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  '\0',
  '\ud800',
  "'; drop table record; --",
  '%',
  '../../etc/passwd',
  '9'.repeat(30),
  '-1',
  0,
  -1,
  1e308,
  0.1,
  true,
  [],
  [null],
  [[]],
  {},
  { id: {} },
  { id: null },
  { toString: 1 },
  'x'.repeat(40_000),
  '2026-02-30',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-14:00',
  'a@b',
  '🙂'.repeat(100),
  'null',
  'constructor',
);

const text = (length: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(length, 60) });

/** A value that fits a field. */
function fitting(
  { data_type: type, length, lookup, pick_list_values: list }: FieldDescription,
  { records, users, ids }: Terrain,
): Arbitrary<unknown> {
  const targets = records.get(lookup.module?.api_name ?? '') ?? ids;
  const values = list.map(({ actual_value }) => actual_value);
  const byType: Record<string, Arbitrary<unknown>> = {
    email: fc.emailAddress(),
    phone: fc.integer({ min: 100_000, max: 999_999_999 }).map(String),
    website: fc.webUrl(),
    picklist: fc.constantFrom(...values, '-None-'),
    multiselectpicklist: fc.subarray(values),
    integer: fc.integer({ min: -(10 ** Math.min(length, 9)), max: 10 ** Math.min(length, 9) }),
    bigint: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map(String),
    double: fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
    currency: fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
    percent: fc.integer({ min: -200, max: 200 }),
    boolean: fc.boolean(),
    date: fc
      .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
      .map((day) => day.toISOString().slice(0, 10)),
    datetime: fc
      .date({ noInvalidDate: true, min: new Date('0001-01-02'), max: new Date('9999-12-30') })
      .map((time) => time.toISOString()),
    lookup: fc.constantFrom(...targets).map((id) => ({ id })),
    ownerlookup: fc.constantFrom(...users),
  };
  return byType[type] ?? text(length);
}

/** A row with what it must have and some more. */
function aRow(fields: FieldDescription[], terrain: Terrain): Arbitrary<Json> {
  const valueOf = (field: FieldDescription) =>
    fc.oneof({ weight: 30, arbitrary: fitting(field, terrain) }, { weight: 1, arbitrary: hostile });
  const given = (chosen: FieldDescription[]) =>
    fc.record(Object.fromEntries(chosen.map((field) => [field.api_name, valueOf(field)])));
  const mandatory = fields.filter(({ system_mandatory }) => system_mandatory);
  return fc
    .tuple(given(mandatory), fc.subarray(fields, { maxLength: 5 }).chain(given))
    .map(([must, may]) => ({ ...may, ...must }));
}

/** A value of a JSON schema, as far as the contract uses it; now and then one that is not. */
function ofSchema(schema: Json, ids: string[]): Arbitrary<unknown> {
  const good = wellFormed(schema, ids);
  return fc.oneof({ weight: 20, arbitrary: good }, { weight: 1, arbitrary: hostile });
}

function wellFormed(schema: Json, ids: string[]): Arbitrary<unknown> {
  if (Array.isArray(schema.anyOf))
    return fc.oneof(...(schema.anyOf as Json[]).map((each) => ofSchema(each, ids)));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.type === 'array')
    return fc.array(ofSchema(schema.items as Json, ids), { minLength: 0, maxLength: 3 });
  if (schema.type === 'object') {
    const properties = (schema.properties ?? {}) as Record<string, Json>;
    const shape = Object.fromEntries(
      Object.entries(properties).map(([name, each]) => [name, ofSchema(each, ids)]),
    );
    return fc.record(shape, { requiredKeys: (schema.required as string[] | undefined) ?? [] });
  }
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer({ min: -5, max: 300 });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  return fc.oneof(
    fc.constantFrom(...ids),
    text(30),
    fc.constantFrom('text', 'picklist', 'integer', 'Leads', 'all', 'true', '1', 'id', 'asc'),
  );
}

interface Operation {
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  requestBody?: { content: Record<string, { schema: Json }> };
}

/** Parameters that say what they are by their names. */
function parameter(name: string, schema: Json, { fields, ids }: Terrain): Arbitrary<string> {
  const names = [...fields.values()].flat().map(({ api_name }) => api_name);
  const modules = [...fields.keys(), 'Visits', 'Actions_Performed', 'nothing', 'LEADS'];
  const known: Record<string, Arbitrary<string>> = {
    module: fc.constantFrom(...modules),
    id: fc.constantFrom(...ids, '1', '0', 'x', '9223372036854775808', 'Leads'),
    ids: fc.array(fc.constantFrom(...ids, '1'), { minLength: 1, maxLength: 5 }).map((list) => list.join()),
    fields: fc
      .array(fc.constantFrom(...names, '$editable'), { minLength: 1, maxLength: 60 })
      .map((list) => list.join()),
    sort_by: fc.constantFrom('id', 'Created_Time', 'Modified_Time', 'Nothing'),
    sort_order: fc.constantFrom('asc', 'desc', 'up'),
    per_page: fc.integer({ min: -1, max: 201 }).map(String),
    page: fc.integer({ min: -1, max: 30 }).map(String),
    related: fc.constantFrom('Visits', 'Notes', 'Nothing'),
    criteria: fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom('equals', 'not_equal', 'starts_with', 'in', 'between', 'greater_than', 'less_equal'),
        text(8),
      )
      .map(([field, operator, value]) => `(${field}:${operator}:${value})`),
  };
  const value = known[name] ?? wellFormed(schema, ids).map(String);
  const odd = hostile.map((each) => (typeof each === 'string' ? each.slice(0, 200) : JSON.stringify(each)));
  return fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: odd });
}

/** What cannot be put into an address as it is stays out of it. */
const encode = (value: string) => encodeURIComponent(value.toWellFormed()) || '_';

/** Requests to all operations of the CRM data API, made of the OpenAPI document. */
export function requests(terrain: Terrain): Arbitrary<FuzzRequest> {
  const { paths } = openapi(api) as { paths: Record<string, Record<string, Operation>> };
  const operations = Object.entries(paths)
    .filter(([path]) => path.startsWith('/crm/v8/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
  // Records have few operations and many fields.
  return fc.oneof(
    ...operations.map((each) => ({
      weight: each.path.includes('{module}') ? 4 : 1,
      arbitrary: request(each, terrain),
    })),
  );
}

/** Parameters that a sensible request has; others come seldom, and together they are mostly refused. */
const usual = ['fields', 'module', 'ids', 'criteria', 'job_id', 'type'];

function request(
  { path, method, operation }: { path: string; method: string; operation: Operation },
  terrain: Terrain,
): Arbitrary<FuzzRequest> {
  const { fields, records, ids } = terrain;
  const places = (place: string) => operation.parameters.filter((each) => each.in === place);
  const valueOf = ({ name, schema }: Operation['parameters'][number]) => parameter(name, schema, terrain);
  const schema = operation.requestBody?.content['application/json']?.schema;
  const module = fc.constantFrom(...fields.keys());
  return module.chain((name) => {
    const known: Record<string, Arbitrary<string>> = {
      module: fc.constantFrom(name, name.toLowerCase()),
      id: fc.constantFrom(...(records.get(name) ?? ids)),
    };
    const inPath = places('path').map((each) => {
      const likely = known[each.name] ?? valueOf(each);
      return [
        each.name,
        fc.oneof({ weight: 8, arbitrary: likely }, { weight: 1, arbitrary: valueOf(each) }),
      ] as const;
    });
    const inQuery = places('query').map((each) => {
      const weight = usual.includes(each.name) ? 9 : 1;
      const absent = fc.constant(undefined);
      return [
        each.name,
        fc.oneof({ weight: 10 - weight, arbitrary: absent }, { weight, arbitrary: valueOf(each) }),
      ] as const;
    });
    const writesRows = path.includes('{module}') && schema !== undefined;
    const rows = fc.array(aRow(fields.get(name) ?? [], terrain), { minLength: 1, maxLength: 4 });
    return fc
      .record({
        version: fc.constantFrom('v2', 'v5', 'v8'),
        values: fc.record(Object.fromEntries(inPath)),
        query: fc.record(Object.fromEntries(inQuery)),
        body: schema ? ofSchema(schema, ids) : fc.constant(undefined),
        data: writesRows ? rows : fc.constant(undefined),
        id: fc.constantFrom(...(records.get(name) ?? ids)),
      })
      .map(({ version, values, query, body, data, id }) => {
        const filled = path
          .replace('v8', version)
          .replace(/\{(\w+)\}/g, (_, key: string) => encode(values[key] ?? ''));
        const search = Object.entries(query).flatMap(([key, value]) =>
          value === undefined ? [] : [`${key}=${encode(value)}`],
        );
        const withIds = method === 'put' ? data?.map((row) => ({ ...row, id })) : data;
        return {
          method: method.toUpperCase() as FuzzRequest['method'],
          url: [filled, ...(search.length ? [search.join('&')] : [])].join('?'),
          body: withIds && isObject(body) ? { ...body, data: withIds } : body,
        };
      });
  });
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
