import { api, openapi } from '@crm-elements/contract';
import fc, { type Arbitrary } from 'fast-check';

type Json = Record<string, unknown>;

/** A field as `settings/fields` tells it. */
export interface FieldDescription {
  api_name: string;
  data_type: string;
  length: number;
  decimal_place: number | null;
  read_only: boolean;
  system_mandatory: boolean;
  pick_list_values: { actual_value: string }[];
}

/** What the generator knows of the organization it writes to. */
export interface Terrain {
  fields: Map<string, FieldDescription[]>;
  /** Ids that exist, of any kind. */
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
  { data_type: type, length, pick_list_values: list }: FieldDescription,
  ids: string[],
): Arbitrary<unknown> {
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
    lookup: fc.constantFrom(...ids).map((id) => ({ id })),
    ownerlookup: fc.constantFrom(...ids),
  };
  return byType[type] ?? text(length);
}

const aRow = (fields: FieldDescription[], ids: string[]): Arbitrary<Json> =>
  fc.record(
    Object.fromEntries(
      fields.map((field) => [
        field.api_name,
        fc.oneof({ weight: 12, arbitrary: fitting(field, ids) }, { weight: 1, arbitrary: hostile }),
      ]),
    ),
    {
      requiredKeys: fields.filter(({ system_mandatory }) => system_mandatory).map(({ api_name }) => api_name),
    },
  );

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
  return fc.oneof(...operations.map((each) => request(each, terrain)));
}

function request(
  { path, method, operation }: { path: string; method: string; operation: Operation },
  terrain: Terrain,
): Arbitrary<FuzzRequest> {
  const { fields, ids } = terrain;
  const inPath = operation.parameters.filter((each) => each.in === 'path');
  const inQuery = operation.parameters.filter((each) => each.in === 'query');
  const valueOf = (each: (typeof inPath)[number]) => parameter(each.name, each.schema, terrain);
  const schema = operation.requestBody?.content['application/json']?.schema;
  return fc
    .record({
      version: fc.constantFrom('v2', 'v5', 'v8'),
      path: fc.record(Object.fromEntries(inPath.map((each) => [each.name, valueOf(each)]))),
      query: fc.record(Object.fromEntries(inQuery.map((each) => [each.name, valueOf(each)])), {
        requiredKeys: [],
      }),
      body: schema ? ofSchema(schema, ids) : fc.constant(undefined),
      module: fc.constantFrom(...fields.keys()),
    })
    .chain(({ version, path: values, query, body, module }) => {
      const name = fields.has(values.module ?? '') ? (values.module ?? module) : module;
      const filled = path
        .replace('v8', version)
        .replace(/\{(\w+)\}/g, (_, key: string) => encode(values[key] ?? ''));
      const search = Object.entries(query).map(([key, value]) => `${key}=${encode(value ?? '')}`);
      const url = [filled, ...(search.length ? [search.join('&')] : [])].join('?');
      const rows = fc.array(aRow(fields.get(name) ?? [], ids), { minLength: 1, maxLength: 4 });
      const holdsRows = isObject(body) && Array.isArray(body.data) && path.includes('{module}');
      return (holdsRows ? rows.map((data) => ({ ...body, data })) : fc.constant(body)).map((given) => ({
        method: method.toUpperCase() as FuzzRequest['method'],
        url,
        body: given,
      }));
    });
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
