import type { Formats } from '@crm-elements/core/lit';
import { html, svg, type TemplateResult } from 'lit';

export interface Bar {
  label: string;
  visits: number;
  /** An address, when the label is one. */
  hint?: string;
}

interface Bars {
  title: string;
  bars: readonly Bar[];
  none: string;
  formats: Formats;
}

/** What visits have in common, most first: a list whose lines are as long as their figures. */
export function renderBars({ title, bars, none, formats }: Bars): TemplateResult {
  const most = Math.max(1, ...bars.map(({ visits }) => visits));
  return html`<section class="bars" part="bars" aria-label=${title}>
    <h3>${title}</h3>
    ${
      bars.length === 0
        ? html`<p class="nothing">${none}</p>`
        : html`<ul>
            ${bars.map(
              ({ label, visits, hint = label }) =>
                html`<li title=${hint}>
                  <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                    ${svg`<rect width=${(visits / most) * 100} height="1"></rect>`}
                  </svg>
                  <bdi class="cut">${label}</bdi>
                  <span class="clock">${formats.number(visits)}</span>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
