import type { CrmRecord, WorkflowTrigger } from '@crm-elements/contract';
import { comparisonsOf, evaluate, parseCriteria, type Criteria } from '@crm-elements/contract/criteria';
import type { StoredEvent } from '../../platform/outbox/relay.js';
import {
  findField,
  RECORD_CREATED,
  RECORD_DELETED,
  RECORD_UPDATED,
  type Module,
  type RecordEvent,
} from '../../records/index.js';
import type { Rule } from '../rules/rule.js';

/** A change of a record, as rules look at it. */
export type RecordChange = Omit<StoredEvent, 'payload'> & { payload: RecordEvent };

const triggers: Readonly<Record<string, readonly WorkflowTrigger[]>> = {
  [RECORD_CREATED]: ['create', 'create_or_edit'],
  [RECORD_UPDATED]: ['edit', 'create_or_edit', 'field_update'],
  [RECORD_DELETED]: ['delete'],
};

/** Topics that set rules off. */
export const topics = Object.keys(triggers);

/** Whether a change runs workflows at all: a write may say that it does not. */
export const runsWorkflow = ({ payload: { trigger } }: RecordChange): boolean =>
  trigger === undefined || trigger.includes('workflow');

/** Whether a change is of the kind that a rule waits for. */
export function isSetOff({ id, module, trigger, fields }: Rule, { topic, payload }: RecordChange): boolean {
  if (module !== payload.module || !triggers[topic]?.includes(trigger)) return false;
  // Its own field update, or it would never end.
  if (topic === RECORD_UPDATED && payload.cause?.rule === id) return false;
  if (trigger !== 'field_update') return true;
  const changed = Object.keys(payload.changes ?? {});
  return fields.length === 0 ? changed.length > 0 : fields.some((name) => changed.includes(name));
}

const parsed = new Map<string, Criteria>();
const MAX_PARSED = 1_000;

function parse(text: string): Criteria {
  const known = parsed.get(text);
  if (known) return known;
  const criteria = parseCriteria(text);
  if (parsed.size >= MAX_PARSED) parsed.clear();
  parsed.set(text, criteria);
  return criteria;
}

/** Fields that the criteria of rules look at. */
export const fieldsOf = (rules: Rule[]): string[] => [
  ...new Set(
    rules.flatMap(({ criteria }) =>
      criteria === null ? [] : comparisonsOf(parse(criteria)).map(({ field }) => field.split('.')[0] ?? ''),
    ),
  ),
];

/** @throws CriteriaError when the fields are no longer as they were when the rule was written */
export function meets(
  { criteria }: Rule,
  module: Module,
  record: CrmRecord,
  context: { timeZone: string; userId: string },
): boolean {
  if (criteria === null) return true;
  const types = (name: string) => findField(module, name)?.dataType;
  return evaluate(parse(criteria), withTagNames(module, record), types, context);
}

/** Criteria know tags by their names. */
function withTagNames(module: Module, record: CrmRecord): CrmRecord {
  const tags = module.fields.find(({ dataType }) => dataType === 'tag')?.apiName;
  const value = tags === undefined ? undefined : record[tags];
  if (tags === undefined || !Array.isArray(value)) return record;
  return { ...record, [tags]: value.map(({ name }: { name: string }) => name) };
}
