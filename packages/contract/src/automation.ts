import { Type, type Static } from '@sinclair/typebox';
import { Id, WriteId } from './ids.js';
import { Problem } from './problem.js';
import { routes } from './route.js';

/** What sets a rule off. `field_update`: one of the rule's fields has another value than before. */
export const WorkflowTrigger = Type.Union(
  (['create', 'edit', 'create_or_edit', 'field_update', 'delete'] as const).map((name) => Type.Literal(name)),
);
export type WorkflowTrigger = Static<typeof WorkflowTrigger>;

/** Text that may hold `${Field_Name}` of the record, and `${Lookup.Field_Name}` of the record a lookup leads to. */
const merged = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const fieldName = Type.String({ minLength: 1, maxLength: 64 });

/** Gives a field of the record a value; text may hold merge fields. */
const FieldUpdate = Type.Object({
  type: Type.Literal('field_update'),
  field: fieldName,
  value: Type.Unknown(),
});

/** Makes a task that is related to the record. */
const TaskAction = Type.Object({
  type: Type.Literal('task'),
  subject: merged(255),
  /** Days after the day of the run. */
  due_in_days: Type.Integer({ minimum: 0, maximum: 365 }),
  priority: Type.Optional(Type.String({ maxLength: 64 })),
  description: Type.Optional(merged(2_000)),
  /** `owner`: the owner of the record. */
  assign_to: Type.Union([Type.Literal('owner'), Id]),
});

/** Sends a mail. `record`: the address of the record itself, of a visit that of the visitor; `owner`: that of its owner; else a user or an address. */
const EmailAlert = Type.Object({
  type: Type.Literal('email_alert'),
  to: Type.Array(
    Type.Union([
      Type.Literal('record'),
      Type.Literal('owner'),
      Type.Object({ user: Id }),
      Type.Object({ email: Type.String({ format: 'email', maxLength: 100 }) }),
    ]),
    { minItems: 1, maxItems: 10 },
  ),
  subject: merged(255),
  body: merged(10_000),
});

/**
 * Tells another program; the body is the record, or the values that are given, as JSON; a GET carries the values in
 * its address. `X-Crm-Delivery-Id` is the same at each try; `X-Crm-Signature` is `sha256=` and the HMAC of the body in
 * hexadecimal, by the key of `GET /v1/workflow-signing-key`.
 */
const Webhook = Type.Object({
  type: Type.Literal('webhook'),
  url: Type.String({ format: 'uri', maxLength: 2_048 }),
  method: Type.Union((['POST', 'PUT', 'GET'] as const).map((method) => Type.Literal(method))),
  values: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 2_000 }))),
});

/** Makes a record of another module. */
const CreateRecord = Type.Object({
  type: Type.Literal('create_record'),
  module: fieldName,
  values: Type.Record(fieldName, Type.Unknown()),
});

export const WorkflowAction = Type.Union([FieldUpdate, TaskAction, EmailAlert, Webhook, CreateRecord]);
export type WorkflowAction = Static<typeof WorkflowAction>;
export type WorkflowActionType = WorkflowAction['type'];

const input = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  description: Type.Optional(Type.String({ maxLength: 500 })),
  module: fieldName,
  active: Type.Boolean(),
  trigger: WorkflowTrigger,
  /** Of `field_update`: the fields to look at; empty means any. */
  fields: Type.Optional(Type.Array(fieldName, { maxItems: 20 })),
  /** Which records it is about, in the language of criteria; null means all. */
  criteria: Type.Union([Type.String({ minLength: 1, maxLength: 4_096 }), Type.Null()]),
  actions: Type.Array(WorkflowAction, { minItems: 1, maxItems: 20 }),
};

export const WorkflowRuleInput = Type.Object(input, { $id: 'WorkflowRuleInput' });
export type WorkflowRuleInput = Static<typeof WorkflowRuleInput>;

const Named = Type.Object({ id: Id, name: Type.String() });

/** Does something by itself when something happens to records of a module. */
export const WorkflowRule = Type.Object(
  {
    ...input,
    id: Id,
    description: Type.String(),
    fields: Type.Array(fieldName),
    modified_by: Type.Union([Named, Type.Null()]),
    modified_at: Type.String(),
    last_run_at: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'WorkflowRule' },
);
export type WorkflowRule = Static<typeof WorkflowRule>;

/** What rules of a module may be made of. */
export const WorkflowModule = Type.Object(
  {
    api_name: Type.String(),
    label: Type.String(),
    triggers: Type.Array(WorkflowTrigger),
    actions: Type.Array(Type.String()),
    /** Whether a mail can go to the record itself. */
    has_email: Type.Boolean(),
  },
  { $id: 'WorkflowModule' },
);
export type WorkflowModule = Static<typeof WorkflowModule>;

const RunError = Type.Object({ code: Type.String(), message: Type.String() });

/** One action of a run. */
export const WorkflowRunAction = Type.Object(
  {
    position: Type.Integer(),
    type: Type.String(),
    status: Type.Union((['waiting', 'done', 'failed'] as const).map((status) => Type.Literal(status))),
    attempts: Type.Integer(),
    error: Type.Union([RunError, Type.Null()]),
    finished_at: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'WorkflowRunAction' },
);

/** A rule that was set off by one record, once. */
export const WorkflowRun = Type.Object(
  {
    id: Id,
    rule: Named,
    module: Type.String(),
    record: Type.Object({ id: Id, name: Type.Union([Type.String(), Type.Null()]) }),
    trigger: WorkflowTrigger,
    /** `failed`: an action has given up, or a rule that sets off others went round in circles. */
    status: Type.Union((['waiting', 'done', 'failed'] as const).map((status) => Type.Literal(status))),
    started_at: Type.String(),
    actions: Type.Array(WorkflowRunAction),
  },
  { $id: 'WorkflowRun' },
);
export type WorkflowRun = Static<typeof WorkflowRun>;

const byId = Type.Object({ id: Id });
const refused = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 429: Problem };
const shared = { tag: 'Automation', dialect: 'v1', security: 'token' } as const;
const read = 'ZohoCRM.settings.workflow_rules.READ';
const cursor = Type.Optional(Type.String({ maxLength: 64 }));

/** Workflow rules and their log. Whoever may not manage automation is refused with `forbidden`. */
export const automationRoutes = routes({
  'GET /v1/workflow-modules': {
    ...shared,
    summary: 'Modules that rules can be made for, with the triggers and actions that each allows',
    scope: read,
    responses: { 200: Type.Object({ data: Type.Array(WorkflowModule) }), ...refused },
  },
  'GET /v1/workflow-signing-key': {
    ...shared,
    summary: 'The key that webhooks of the organization are signed with',
    scope: read,
    responses: { 200: Type.Object({ key: Type.String() }), ...refused },
  },
  'GET /v1/workflow-rules': {
    ...shared,
    summary: 'Workflow rules, of all modules or of one',
    scope: read,
    query: Type.Object({ module: Type.Optional(Type.String({ maxLength: 64 })) }),
    responses: { 200: Type.Object({ data: Type.Array(WorkflowRule) }), ...refused },
  },
  'POST /v1/workflow-rules': {
    ...shared,
    summary: 'Make a rule; a repeat with the same client id is answered with the first one',
    scope: 'ZohoCRM.settings.workflow_rules.CREATE',
    body: Type.Composite([WorkflowRuleInput, Type.Object({ client_id: WriteId })]),
    responses: { 201: WorkflowRule, ...refused },
  },
  'PUT /v1/workflow-rules/:id': {
    ...shared,
    summary: 'Change a rule; what it has set off already runs as it was',
    scope: 'ZohoCRM.settings.workflow_rules.UPDATE',
    params: byId,
    body: WorkflowRuleInput,
    responses: { 200: WorkflowRule, ...refused },
  },
  'DELETE /v1/workflow-rules/:id': {
    ...shared,
    summary: 'Delete a rule; its log stays',
    scope: 'ZohoCRM.settings.workflow_rules.DELETE',
    params: byId,
    responses: { 204: null, ...refused },
  },
  'GET /v1/workflow-runs': {
    ...shared,
    summary: 'The log: what rules have done, newest first',
    scope: read,
    query: Type.Object({
      rule_id: Type.Optional(Id),
      record_id: Type.Optional(Id),
      status: Type.Optional(
        Type.Union([Type.Literal('waiting'), Type.Literal('done'), Type.Literal('failed')]),
      ),
      cursor,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    }),
    responses: {
      200: Type.Object({
        data: Type.Array(WorkflowRun),
        next_cursor: Type.Union([Type.String(), Type.Null()]),
      }),
      ...refused,
    },
  },
  'POST /v1/workflow-runs/:id/retry': {
    ...shared,
    summary: 'Try the failed actions of a run again; those that are done are not repeated',
    scope: 'ZohoCRM.settings.workflow_rules.UPDATE',
    params: byId,
    responses: { 200: WorkflowRun, ...refused },
  },
});
