import type { WorkflowModule, WorkflowRule } from '@crm-elements/contract';
import { comparisonsOf, parseCriteria } from '@crm-elements/contract/criteria';
import { formatList, type Formats } from '@crm-elements/core/lit';
import type { Words } from '../i18n/index.js';

/** A rule in a sentence: when it runs, for which records, what it does. */
export function describeRule(
  { module, trigger, criteria, actions }: WorkflowRule,
  modules: readonly WorkflowModule[],
  words: Words,
  formats: Formats,
): string {
  const label = modules.find(({ api_name: name }) => name === module)?.label ?? module;
  const count = criteria === null ? 0 : countConditions(criteria);
  const does = formatList(
    formats,
    actions.map(({ type }) => words.does[type]),
  );
  const parts = [
    words.when[trigger](label),
    words.onlyIf(formats.number(count), formats.plural(count)),
    does,
  ];
  return `${parts.filter((_, index) => index !== 1 || count > 0).join(words.comma)}.`;
}

/** Criteria of a rule were checked by the server; those of a later version count as one. */
function countConditions(criteria: string): number {
  try {
    return comparisonsOf(parseCriteria(criteria)).length;
  } catch {
    return 1;
  }
}
