import { html, type TemplateResult } from 'lit';
import type { DraftChange, RuleDraft } from '../draft/rule-draft.js';
import { renderSelect } from './render-select.js';
import { renderText } from './render-text.js';
import type { FormView } from './view.js';

/** What the rule is called, and which module it is about. */
export function renderBasics(
  draft: RuleDraft,
  { words, modules, fault }: FormView,
  change: (change: DraftChange) => void,
): TemplateResult {
  const at = (path: string) => ({ path, fault: fault(path) });
  return html`
    <section part="section">
      <div class="pair">
        ${renderText({
          ...at('name'),
          label: words.form.name,
          value: draft.name,
          required: true,
          change: (name) => change({ type: 'set', values: { name } }),
        })}
        ${renderSelect({
          ...at('module'),
          label: words.form.module,
          value: draft.module,
          options: modules.map((module) => [module.api_name, module.label]),
          blank: words.form.choose,
          required: true,
          change: (module) =>
            change({
              type: 'module-chosen',
              module,
              triggers: modules.find((one) => one.api_name === module)?.triggers ?? [],
            }),
        })}
      </div>
      ${renderText({
        ...at('description'),
        label: words.form.description,
        value: draft.description,
        change: (description) => change({ type: 'set', values: { description } }),
      })}
    </section>
  `;
}
