import type { Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';

/** More than these are not counted on the button. */
const MOST_COUNTED = 99;

interface Bell {
  icon: TemplateResult;
  /** How many there are that the reader has not looked at. */
  count: number;
  /** Its name, with the number where there is one. */
  label: (count: string | undefined) => string;
  isOpen: boolean;
  formats: Formats;
}

/** The button that opens a panel, `#panel`, with the number of what waits there. */
export function renderBell({ icon, count, label, isOpen, formats }: Bell): TemplateResult {
  const counted = formats.number(Math.min(count, MOST_COUNTED)) + (count > MOST_COUNTED ? '+' : '');
  return html`
    <button
      class="bell"
      part="bell"
      type="button"
      popovertarget="panel"
      aria-haspopup="dialog"
      aria-expanded=${isOpen}
      aria-label=${label(count > 0 ? counted : undefined)}
    >
      ${icon}
      ${count > 0 ? html`<span class="count" part="count" aria-hidden="true">${counted}</span>` : nothing}
    </button>
  `;
}
