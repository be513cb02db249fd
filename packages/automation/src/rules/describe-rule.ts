import type { WorkflowRule } from '@crm-elements/contract';
import { formatList } from '@crm-elements/core/lit';
import { describeCriteria, type Description } from './describe-criteria.js';

interface View extends Description {
  /** Name of the rule's module, for a reader. */
  module: string;
}

/** A rule in a sentence: when it runs, for which records, what it does. */
export function describeRule({ trigger, criteria, actions }: WorkflowRule, view: View): string {
  const { words, formats, module } = view;
  const does = formatList(
    formats,
    actions.map(({ type }) => words.does[type]),
  );
  const conditions = criteria === null ? [] : [describeCriteria(criteria, view)];
  return `${[words.when[trigger](module), ...conditions, does].join(words.comma)}.`;
}
