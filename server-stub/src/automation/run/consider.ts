import { CriteriaError } from '@crm-elements/contract/criteria';
import { findTimeZone } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import type { Consumer, StoredEvent } from '../../platform/outbox/relay.js';
import { readValues, systemContext, type Modules } from '../../records/index.js';
import type { ActiveRules } from '../rules/active-rules.js';
import type { Rule } from '../rules/rule.js';
import { fieldsOf, isSetOff, meets, runsWorkflow, type RecordChange } from './applies.js';
import { insertRuns, type NewRun } from './insert-runs.js';

/** Rules that set each other off in a row; the next one is not run any more. */
const MAX_DEPTH = 10;

/**
 * Decides which rules changes of records set off, and writes their runs down. A record is looked at with what the
 * change made of it; its other fields are as they are now.
 */
export function considerChanges(modules: Modules, activeRules: ActiveRules): Consumer {
  return async (tx, events) => {
    const changes = (events as (StoredEvent & RecordChange)[]).filter(runsWorkflow);
    const orgIds = [...new Set(changes.map(({ orgId }) => orgId))];
    for (const [orgId, rules] of await activeRules(tx, orgIds)) {
      const own = changes.filter((change) => change.orgId === orgId);
      const wanted = new Set(rules.map(({ module }) => module));
      for (const module of new Set(own.map(({ payload }) => payload.module)))
        if (wanted.has(module))
          await considerModule(tx, modules, {
            orgId,
            name: module,
            rules,
            changes: own.filter(({ payload }) => payload.module === module),
          });
    }
    return [];
  };
}

interface Considered {
  orgId: string;
  name: string;
  rules: Rule[];
  changes: RecordChange[];
}

async function considerModule(
  tx: Tx,
  modules: Modules,
  { orgId, name, rules, changes }: Considered,
): Promise<void> {
  const pairs = changes.flatMap((change) =>
    rules.filter((rule) => isSetOff(rule, change)).map((rule) => ({ change, rule })),
  );
  if (pairs.length === 0) return;
  const context = await systemContext(tx, modules, orgId, pairs[0]?.change.payload.userId ?? '');
  const module = context.modules.all.find(({ apiName }) => apiName === name);
  // It was removed with its records.
  if (!module) return;
  const set = [...new Set(pairs.map(({ change }) => change))];
  const needed = fieldsOf([...new Set(pairs.map(({ rule }) => rule))]);
  const read = await readValues(
    tx,
    context,
    module,
    set.map(({ key, payload }) => ({ id: key, changes: payload.changes })),
    needed,
  );
  const values = new Map(set.map((change, index) => [change, read[index]]));
  const timeZone = await findTimeZone(tx, orgId);
  const runs = pairs.flatMap(({ change, rule }): NewRun[] => {
    const record = values.get(change);
    if (!record) return [];
    const error = decide(() => meets(rule, module, record, { timeZone, userId: change.payload.userId }));
    if (error === false) return [];
    const depth = change.payload.cause?.depth ?? 0;
    return [{ rule, change, depth, error: depth >= MAX_DEPTH ? tooDeep : error }];
  });
  await insertRuns(tx, runs);
}

const tooDeep = {
  code: 'loop',
  message: `rules have set each other off ${MAX_DEPTH} times in a row`,
};

/** @returns false when the rule does not apply; undefined when it does; else what is wrong with it now */
function decide(holds: () => boolean): false | NewRun['error'] {
  try {
    return holds() ? undefined : false;
  } catch (error) {
    if (!(error instanceof CriteriaError)) throw error;
    return { code: 'criteria', message: error.message };
  }
}
