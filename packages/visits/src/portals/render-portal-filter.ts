import type { Portal } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';

interface PortalFilter {
  portals: readonly Portal[] | undefined;
  /** Empty for all portals. */
  selected: string;
  terms: Words;
  onSelect: (portalId: string) => void;
}

/** The choice of one portal; nothing where there is no choice. */
export function renderPortalFilter({
  portals = [],
  selected,
  terms,
  onSelect,
}: PortalFilter): TemplateResult | typeof nothing {
  if (portals.length < 2) return nothing;
  const change = (event: Event) => onSelect((event.currentTarget as HTMLSelectElement).value);
  return html`
    <label class="filter" part="portal-filter">
      <span class="muted">${terms.portal}</span>
      <select @change=${change}>
        <option value="" ?selected=${selected === ''}>${terms.allPortals}</option>
        ${portals.map(({ id, name }) => html`<option value=${id} ?selected=${selected === id}>${name}</option>`)}
      </select>
    </label>
  `;
}
