import type { WorkflowModule } from '@crm-elements/contract';
import { html, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';

/** Whose rules are listed. */
export const renderModuleFilter = (
  chosen: string,
  modules: readonly WorkflowModule[],
  words: Words,
  choose: (module: string) => void,
): TemplateResult => html`
  <select
    class="filter"
    aria-label=${words.module}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
  >
    <option value="" .selected=${chosen === ''}>${words.allModules}</option>
    ${modules.map(
      ({ api_name: name, label }) =>
        html`<option value=${name} .selected=${name === chosen}>${label}</option>`,
    )}
  </select>
`;
