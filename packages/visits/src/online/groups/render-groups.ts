import type { Formats } from '@crm-elements/core/lit';
import { html, type TemplateResult } from 'lit';
import type { OnlineWords } from '../i18n/index.js';
import { visitorGroups, type VisitorGroup } from './visitor-groups.js';

interface Groups {
  counts: Record<VisitorGroup, number>;
  selected: VisitorGroup | '';
  terms: OnlineWords;
  formats: Formats;
  onSelect: (group: VisitorGroup | '') => void;
}

/** The choice of one group of visitors, each with how many there are. */
export function renderGroups({ counts, selected, terms, formats, onSelect }: Groups): TemplateResult {
  const all = visitorGroups.reduce((sum, group) => sum + counts[group], 0);
  const button = (group: VisitorGroup | '', label: string, count: number) =>
    html`<button
      type="button"
      class="group"
      aria-pressed=${selected === group ? 'true' : 'false'}
      @click=${() => onSelect(group)}
    >
      ${label} <span class="number">${formats.number(count)}</span>
    </button>`;
  return html`<div class="groups" part="groups" role="group" aria-label=${terms.groups}>
    ${button('', terms.everybody, all)}
    ${visitorGroups.map((group) => button(group, terms.group[group], counts[group]))}
  </div>`;
}
