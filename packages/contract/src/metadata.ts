import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { Id } from './ids.js';
import { crmRefused, WriteRow } from './records.js';
import { routes } from './route.js';

const Named = Type.Object({ api_name: Type.String(), id: Id });
const open = { additionalProperties: true } as const;

/** A module of an organization, as `settings/modules` tells it. */
export const ModuleDescription = Type.Object(
  {
    id: Id,
    api_name: Type.String(),
    module_name: Type.String(),
    singular_label: Type.String(),
    plural_label: Type.String(),
    generated_type: Type.Union([Type.Literal('default'), Type.Literal('custom')]),
    api_supported: Type.Boolean(),
    creatable: Type.Boolean(),
    editable: Type.Boolean(),
    /** Notes and files can be added: by whoever may edit its records or, where nobody edits any, sees them. */
    annotatable: Type.Boolean(),
    deletable: Type.Boolean(),
    viewable: Type.Boolean(),
    visible: Type.Boolean(),
    show_as_tab: Type.Boolean(),
  },
  { ...open, $id: 'ModuleDescription' },
);
export type ModuleDescription = Static<typeof ModuleDescription>;

/** One value of a pick list. */
export const PickListValue = Type.Object({
  id: Type.Optional(Id),
  display_value: Type.String(),
  actual_value: Type.String(),
  reference_value: Type.String(),
  sequence_number: Type.Integer(),
  type: Type.Literal('used'),
});

/** A field of a module, as `settings/fields` tells it. */
export const FieldDescription = Type.Object(
  {
    id: Id,
    api_name: Type.String(),
    field_label: Type.String(),
    display_label: Type.String(),
    data_type: Type.String(),
    json_type: Type.String(),
    length: Type.Integer(),
    /** Digits after the point; null where there are none. */
    decimal_place: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
    system_mandatory: Type.Boolean(),
    custom_field: Type.Boolean(),
    read_only: Type.Boolean(),
    field_read_only: Type.Boolean(),
    visible: Type.Boolean(),
    lookup: Type.Object(
      { module: Type.Optional(Type.Object({ api_name: Type.String(), id: Type.Union([Id, Type.Null()]) })) },
      open,
    ),
    pick_list_values: Type.Array(PickListValue),
  },
  { ...open, $id: 'FieldDescription' },
);
export type FieldDescription = Static<typeof FieldDescription>;

const Layout = Type.Object(
  {
    id: Id,
    name: Type.String(),
    sections: Type.Array(
      Type.Object(
        { id: Id, name: Type.String(), api_name: Type.String(), fields: Type.Array(FieldDescription) },
        open,
      ),
    ),
  },
  { ...open, $id: 'Layout' },
);

export const RelatedListDescription = Type.Object(
  {
    id: Id,
    api_name: Type.String(),
    display_label: Type.String(),
    name: Type.String(),
    module: Named,
    href: Type.String(),
    type: Type.String(),
    sequence_number: Type.String(),
    status: Type.String(),
  },
  { ...open, $id: 'RelatedListDescription' },
);
export type RelatedListDescription = Static<typeof RelatedListDescription>;

const text = Type.String({ maxLength: 255 });
const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);

/** A module to be made, or what is to be changed of one. */
export const ModuleInput = Type.Object({
  plural_label: optional(text),
  singular_label: optional(text),
  api_name: optional(text),
  display_field: optional(
    Type.Object({
      field_label: optional(text),
      data_type: optional(Type.Union([Type.Literal('text'), Type.Literal('autonumber')])),
    }),
  ),
  profiles: optional(Type.Array(Type.Object({ id: Type.String({ maxLength: 32 }) }), { maxItems: 200 })),
});
export type ModuleInput = Static<typeof ModuleInput>;

/** A field to be made, or what is to be changed of one. */
export const FieldInput = Type.Object({
  field_label: optional(text),
  api_name: optional(text),
  data_type: optional(Type.String({ maxLength: 32 })),
  length: optional(Type.Integer()),
  decimal_place: optional(Type.Integer()),
  system_mandatory: optional(Type.Boolean()),
  searchable: optional(Type.Boolean()),
  unique: optional(Type.Union([Type.Null(), Type.Boolean(), Type.Object({}, open)])),
  pick_list_values: optional(
    Type.Array(
      Type.Object({
        display_value: Type.String({ maxLength: 120 }),
        actual_value: optional(Type.String({ maxLength: 120 })),
      }),
      {
        maxItems: 1_000,
      },
    ),
  ),
  lookup: optional(Type.Object({ module: Type.Object({ api_name: text }) })),
  auto_number: optional(
    Type.Object({
      prefix: optional(Type.String({ maxLength: 20 })),
      suffix: optional(Type.String({ maxLength: 20 })),
      start_number: optional(
        Type.Union([
          Type.Integer({ minimum: 0, maximum: 999_999_999 }),
          Type.String({ pattern: '^\\d{1,9}$' }),
        ]),
      ),
    }),
  ),
});
export type FieldInput = Static<typeof FieldInput>;

const ModuleQuery = Type.Object({ module: optional(Type.String({ maxLength: 64 })) });
const IdParam = Type.Object({ id: Type.String({ maxLength: 64 }) });
const Modules = Type.Object({ modules: Type.Array(ModuleDescription) });
const Fields = Type.Object({ fields: Type.Array(FieldDescription) });
const ModuleRows = Type.Object({ modules: Type.Array(WriteRow) });
const FieldRows = Type.Object({ fields: Type.Array(WriteRow) });
const ModuleBody = Type.Object({ modules: Type.Array(ModuleInput, { minItems: 1, maxItems: 5 }) });
const FieldBody = Type.Object({ fields: Type.Array(FieldInput, { minItems: 1, maxItems: 5 }) });

const shared = { tag: 'Settings', dialect: 'crm', security: 'token' } as const;

/** Modules, fields, layouts and related lists; modules and fields can be made at run time. */
export const metadataRoutes = routes({
  'GET /crm/v8/settings/modules': {
    ...shared,
    summary: 'List the modules',
    scope: 'ZohoCRM.settings.modules.READ',
    responses: { 200: Modules, ...crmRefused },
  },
  'GET /crm/v8/settings/modules/:id': {
    ...shared,
    summary: 'Read a module by its API name or id',
    scope: 'ZohoCRM.settings.modules.READ',
    params: IdParam,
    responses: { 200: Modules, ...crmRefused },
  },
  'POST /crm/v8/settings/modules': {
    ...shared,
    summary: 'Make custom modules',
    scope: 'ZohoCRM.settings.modules.CREATE',
    body: ModuleBody,
    responses: { 201: ModuleRows, 207: ModuleRows, ...crmRefused },
  },
  'PUT /crm/v8/settings/modules/:id': {
    ...shared,
    summary: 'Change the labels of a custom module',
    scope: 'ZohoCRM.settings.modules.UPDATE',
    params: IdParam,
    body: ModuleBody,
    responses: { 200: ModuleRows, ...crmRefused },
  },
  'PATCH /crm/v8/settings/modules/:id': {
    ...shared,
    summary: 'Change the labels of a custom module',
    scope: 'ZohoCRM.settings.modules.UPDATE',
    params: IdParam,
    body: ModuleBody,
    responses: { 200: ModuleRows, ...crmRefused },
  },
  'DELETE /crm/v8/settings/modules/:id': {
    ...shared,
    summary: 'Remove a custom module with its records',
    scope: 'ZohoCRM.settings.modules.DELETE',
    params: IdParam,
    responses: { 200: ModuleRows, ...crmRefused },
  },
  'GET /crm/v8/settings/fields': {
    ...shared,
    summary: 'List the fields of a module',
    scope: 'ZohoCRM.settings.fields.READ',
    query: ModuleQuery,
    responses: { 200: Fields, ...crmRefused },
  },
  'GET /crm/v8/settings/fields/:id': {
    ...shared,
    summary: 'Read a field of a module',
    scope: 'ZohoCRM.settings.fields.READ',
    params: IdParam,
    query: ModuleQuery,
    responses: { 200: Fields, 204: null, ...crmRefused },
  },
  'POST /crm/v8/settings/fields': {
    ...shared,
    summary: 'Make custom fields',
    scope: 'ZohoCRM.settings.fields.CREATE',
    query: ModuleQuery,
    body: FieldBody,
    responses: { 201: FieldRows, 207: FieldRows, ...crmRefused },
  },
  'PATCH /crm/v8/settings/fields/:id': {
    ...shared,
    summary: 'Change a custom field',
    scope: 'ZohoCRM.settings.fields.UPDATE',
    params: IdParam,
    query: ModuleQuery,
    body: FieldBody,
    responses: { 200: FieldRows, ...crmRefused },
  },
  'DELETE /crm/v8/settings/fields/:id': {
    ...shared,
    summary: 'Remove a custom field',
    scope: 'ZohoCRM.settings.fields.DELETE',
    params: IdParam,
    query: ModuleQuery,
    responses: { 200: FieldRows, ...crmRefused },
  },
  'GET /crm/v8/settings/layouts': {
    ...shared,
    summary: 'List the layouts of a module',
    scope: 'ZohoCRM.settings.layouts.READ',
    query: ModuleQuery,
    responses: { 200: Type.Object({ layouts: Type.Array(Layout) }), ...crmRefused },
  },
  'GET /crm/v8/settings/related_lists': {
    ...shared,
    summary: 'List the related lists of a module',
    scope: 'ZohoCRM.settings.related_lists.READ',
    query: ModuleQuery,
    responses: {
      200: Type.Object({ related_lists: Type.Array(RelatedListDescription) }),
      204: null,
      ...crmRefused,
    },
  },
});
