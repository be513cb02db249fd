import { checkAction, type CheckWords } from './check-action.js';
import { isEmpty } from './is-empty.js';
import type { Faults } from './faults.js';
import type { RuleDraft } from './rule-draft.js';

/** What is wrong with a rule as far as it can be told before anything is sent. */
export function checkDraft({ name, module, actions }: RuleDraft, words: CheckWords): Faults {
  const own: [string, string][] = [
    ...(isEmpty(name) ? ['name'] : []),
    ...(module ? [] : ['module']),
    ...(actions.length === 0 ? ['actions'] : []),
  ].map((path) => [path, words.missing]);
  const others = actions.flatMap(({ action }, index) =>
    checkAction(action, words).map(([part, message]): [string, string] => [
      `actions[${index}].${part}`,
      message,
    ]),
  );
  return new Map([...own, ...others]);
}
