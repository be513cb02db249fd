import type { CrmClient } from '@crm-elements/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { ModuleMeta } from '../../fields/module-meta.js';
import { renderFunnel } from '../bar/render-icons.js';
import type { Words } from '../i18n/index.js';
import type { CrmFilterApplyEvent } from './events.js';

interface FilterButton {
  client: CrmClient | undefined;
  meta: ModuleMeta;
  terms: Words;
  criteria: string | null;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  onApply: (criteria: string | null) => void;
}

/** The button that opens the filter, and its dialog while it is open. */
export const renderFilterButton = (filter: FilterButton): TemplateResult => html`
  <button class="button tool" part="filter" type="button" aria-haspopup="dialog" @click=${filter.onOpen}>
    ${renderFunnel()}<span class="label">${filter.terms.filter}</span>
  </button>
  ${
    filter.isOpen
      ? html`<crm-record-filter
          .client=${filter.client}
          .meta=${filter.meta}
          .criteria=${filter.criteria}
          @crm-filter-apply=${({ criteria }: CrmFilterApplyEvent) => filter.onApply(criteria)}
          @close=${filter.onClose}
        ></crm-record-filter>`
      : nothing
  }
`;
