import type { VisitReport } from '@crm-elements/contract';
import { formatDay, type Formats } from '@crm-elements/core/lit';
import { html, svg, type TemplateResult } from 'lit';
import type { ReportWords } from './i18n/index.js';
import { renderTable } from './render-table.js';

/** Units of the drawing: a day's width, the gap between two, and the height of the highest. */
const DAY = 10;
const GAP = 3;
const HEIGHT = 100;

interface Days {
  days: VisitReport['by_day'];
  terms: ReportWords;
  formats: Formats;
}

/** Visits per day as columns that fill the width; the figures are in the table below. */
export function renderDays({ days, terms, formats }: Days): TemplateResult {
  const most = Math.max(1, ...days.map(({ visits }) => visits));
  const ends = [days[0], days.at(-1)].map((one) => (one ? formatDay(formats, one.day) : ''));
  return html`
    <div class="days">
      <span class="most" aria-hidden="true">${formats.number(most)}</span>
      <svg
        viewBox=${`0 0 ${Math.max(1, days.length) * DAY} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label=${`${terms.byDay}: ${ends.join(' – ')}`}
        part="chart"
      >
        ${days.map(({ day, visits }, index) => {
          const height = visits === 0 ? 0.75 : Math.max(2, (visits / most) * HEIGHT);
          return svg`<rect
            class=${visits === 0 ? 'none' : ''}
            x=${index * DAY + GAP / 2}
            y=${HEIGHT - height}
            width=${DAY - GAP}
            height=${height}
          ><title>${formatDay(formats, day)}: ${formats.number(visits)}</title></rect>`;
        })}
      </svg>
      <div class="ends" aria-hidden="true"><span>${ends[0]}</span><span>${ends[1]}</span></div>
    </div>
    ${renderTable({
      caption: terms.byDay,
      summary: terms.table,
      titles: [terms.day, terms.figures.visits, terms.figures.visitors],
      rows: days.map(({ day, visits, visitors }) => [
        formatDay(formats, day),
        formats.number(visits),
        formats.number(visitors),
      ]),
    })}
  `;
}
